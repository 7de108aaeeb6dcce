import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { loaded, onPage, saveRows, until } from './browser-pages.ts'
import { qelvara, samples } from './profiles.ts'

test('the start page shows three findings, then the map, and leads to a country', () =>
  onPage('large', '', async (page) => {
    await page.locator('.lead', { hasText: '200 countries' }).waitFor()
    const files = await page.evaluate('performance.getEntriesByType("resource").map(({ name }) => name)')
    assert.doesNotMatch(String(files), /world|search|records/, 'loaded before it is shown or asked for')
    await until(page, "document.querySelectorAll('.findings .plot svg').length > 0")
    const sentences = await page.locator('.findings .sentence').allTextContents()
    assert.ok(sentences.length === 3 && sentences.every((sentence) => /\d/.test(sentence)), sentences.join())
    await page.locator('.unseen').scrollIntoViewIfNeeded()
    await page.locator('svg.world').waitFor()
    await page.getByLabel('Choose your country').selectOption('KEN')
    await page.getByRole('button', { name: 'Open' }).click()
    await page.locator('h1', { hasText: 'Kenya' }).waitFor()
  }))

describe('the matrix', () => {
  test('opens the record of a cell, and the back button returns to the same rows', () =>
    onPage('small', '#/matrix?sort=present&desc=1', async (page) => {
      const rows = (): Promise<string[]> => page.locator('.matrix tbody th').allInnerTexts()
      const before = await rows()
      assert.equal(before[0], 'Ixolund')
      assert.equal(await page.locator('.matrix tbody td a').count(), samples.length * 21)
      const absent = page.locator('a[href="#/country/XAA/certification"]')
      assert.equal(await absent.getAttribute('aria-label'), 'Absent')
      await page.locator('a[href="#/country/XAA/cirt"]').click()
      await page.locator('#section-1\\.2\\.1.opened').waitFor()
      assert.equal(await page.locator('h1').textContent(), 'Qelvara')
      await page.goBack()
      await page.locator('.matrix').waitFor()
      assert.deepEqual(await rows(), before)
    }))

  test('filters by status, words and ticked countries, and keeps the filter in the address', () =>
    onPage('small', '#/matrix', async (page) => {
      const rows = (count: number): Promise<void> =>
        until(page, `document.querySelectorAll(".matrix tbody tr").length === ${count}`)
      await page.getByRole('checkbox', { name: 'Unknown' }).check()
      await page.getByRole('combobox', { name: /^Indicator/ }).selectOption('CIRT')
      await rows(1)
      assert.match(page.url(), /status=unknown&in=cirt/)
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.getByLabel('Words').fill('QELCIRT')
      await rows(1)
      await until(page, "document.querySelector('.matrix tbody th').innerText === 'Qelvara'")
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.getByText('Choose countries').click()
      await page.getByRole('textbox', { name: 'Countries' }).fill('qelvara, brev')
      await page.getByRole('checkbox', { name: /^Br.vaune/ }).waitFor()
      await page.keyboard.press('Enter')
      await rows(2)
      assert.match(page.url(), /countries=XAA\+XAB/)
    }))

  test('saves exactly the cells that are shown, named after the filter, with a citation', () =>
    onPage('small', '#/matrix?status=absent&in=1.2.1', async (page) => {
      const { name, rows } = await saveRows(page)
      const all = samples.flatMap((sample) => sample.rows.indicators)
      const absent = all.filter((row) => row.indicator === 'cirt' && row.status === 'absent')
      expect(rows.map((row) => row['document_id'])).toStrictEqual(absent.map((row) => row.document_id))
      assert.ok(rows.every((row) => row['indicator'] === 'cirt' && row['status'] === 'absent'))
      assert.match(name, /^cyberwellness-[\d.]+-cirt-absent\.csv$/)
      await page.getByText('the citation is on the clipboard').waitFor()
      const citation = String(await page.evaluate('navigator.clipboard.readText()'))
      assert.match(citation, /^(?!.*file:).*version .*Accessed/s)
    }))

  test('groups by region with totals', () =>
    onPage('large', '#/matrix?group=region', async (page) => {
      const groups = await page.locator('.group th').allInnerTexts()
      const names = groups.map((text) => text.replace(/ \(.*/, ''))
      assert.equal(names.join(), 'Africa,Americas,Asia,Europe,Oceania')
      assert.equal(await page.locator('.group').first().locator('.total').count(), 21)
      assert.equal(await page.locator('.matrix tbody tr:not(.group)').count(), 200)
    }))

  test('is reached, crossed and opened by keyboard alone', () =>
    onPage('small', '#/matrix', async (page) => {
      for (let stops = 0; (await page.locator('.matrix tbody a:focus').count()) === 0; stops++) {
        assert.ok(stops < 90, 'the matrix is never reached')
        await page.keyboard.press('Tab')
      }
      for (const [keys, address] of [
        [[], '#/country/XAB'],
        [['ArrowRight', 'ArrowRight'], '#/country/XAB/regulation_and_compliance'],
        [['End'], '#/country/XAB/child_protection_reporting'],
        [['ArrowDown'], '#/country/XAG/child_protection_reporting'],
        [['Control+End'], '#/country/XAC/child_protection_reporting'],
      ] as const) {
        for (const key of keys) await page.keyboard.press(key)
        assert.equal(await page.locator(':focus').getAttribute('href'), address)
      }
      await page.keyboard.press('Enter')
      await page.locator('.opened').waitFor()
      assert.equal(await page.locator('h1:focus').textContent(), 'Zwimmeria')
    }))
})

describe('the map', () => {
  test('lists what it shows, is enlarged, and opens a country by its marker', () =>
    onPage('large', '#/map?show=1.2.1', async (page) => {
      assert.equal(await page.locator('.class-list li').count(), 200)
      const drawn = await page.locator('[data-country]').count()
      assert.equal(drawn + (await page.locator('.off-map li').count()), 200)
      await page.getByRole('button', { name: 'Enlarge' }).click()
      assert.match(page.url(), /zoom=2/)
      await until(page, "document.querySelector('.map-scroller')?.scrollLeft > 100")
      await page.getByRole('button', { name: 'Show more' }).click()
      await page.locator('[data-country="SGP"] circle').click()
      await page.locator('#section-1\\.2\\.1.opened').waitFor()
      assert.equal(await page.locator('h1').textContent(), 'Singapore')
    }))

  test('lists invented places beside it', () =>
    onPage('small', '#/map', (page) =>
      until(page, `document.querySelectorAll(".off-map li").length === ${samples.length}`),
    ))
})

describe('a country', () => {
  test('shows its statuses, figures, sections with evidence, and what it names', () =>
    onPage('small', '#/country/XAA', async (page) => {
      await page.getByRole('button', { name: 'Unfold all sections' }).click()
      assert.equal(await page.locator('.record').count(), 21)
      assert.equal(await page.locator('.strip .tile').count(), 21)
      for (const row of qelvara.rows.indicators.filter(({ unit }) => unit === null)) {
        const record = page.locator(`#section-${row.section_code.replaceAll('.', '\\.')}`)
        if (row.note !== null) assert.equal(await record.locator('.note').textContent(), row.note)
        const { evidence } = row
        if (evidence !== null) assert.equal(await record.locator('mark').first().textContent(), evidence)
      }
      assert.equal(await page.locator('.named tbody tr').count(), qelvara.rows.items.length)
      assert.equal((await saveRows(page)).rows.length, qelvara.rows.indicators.length)
    }))

  test('shows the source page beside the note on a wide screen', () =>
    onPage('small', '#/country/XAA/1.1.2', async (page) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.locator('.source-beside .lit').first().waitFor()
    }))

  test('shows editions side by side and says where the status was another', () =>
    onPage('editions', '#/country/XAA/certification', async (page) => {
      const former = page.locator('#section-1\\.2\\.3 .edition').nth(1)
      await former.locator('strong', { hasText: /was .*Planned/ }).waitFor()
      assert.equal(await page.locator('#section-1\\.2\\.3 .edition').count(), 2)
    }))
})

test('an indicator lists the countries of a region and status, and saves exactly those', () =>
  onPage('large', '#/indicator/cirt', async (page) => {
    await page.locator('.chart-stacked .plot svg').waitFor()
    await page.getByRole('combobox', { name: /^Region/ }).selectOption('Africa')
    await page.getByRole('button', { name: /Absent/ }).click()
    await until(page, "document.querySelectorAll('.status-group').length === 1")
    const listed = await page.locator('.country-note').count()
    const { name, rows } = await saveRows(page, /^Save \d+ rows?/)
    assert.equal(rows.length, listed)
    assert.ok(listed > 0 && listed < 60)
    assert.ok(rows.every((row) => row['indicator'] === 'cirt' && row['status'] === 'absent'))
    assert.match(name, /-cirt-absent-africa\.csv$/)
  }))

describe('comparison', () => {
  test('puts countries side by side that were typed in one go, without sideways scroll on a phone', () =>
    onPage('large', '#/compare', async (page) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.getByRole('textbox', { name: 'Countries' }).fill('Kenya, Rwanda')
      await page.keyboard.press('Enter')
      await page.locator('.side-by-side').waitFor()
      assert.deepEqual(await page.locator('.compared-head a').allTextContents(), ['Kenya', 'Rwanda'])
      assert.equal(await page.locator('details.compared').count(), 21)
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0)
      await page.locator('details.compared summary').first().click()
      await page.locator('.compared-notes .note').first().waitFor()
      assert.equal((await saveRows(page)).rows.length, 46)
    }))

  test('draws internet use against measures with the outliers named, and a table beside', () =>
    onPage('large', '#/compare', async (page) => {
      await page.locator('.chart-dots .plot svg').waitFor()
      await loaded(page)
      const names = await page.locator('.with-table .data-table tbody th').allTextContents()
      const drawn = await page.locator('.chart-dots .plot svg text').allTextContents()
      assert.ok(names.length > 0 && names.filter((name) => drawn.includes(name)).length >= 4)
    }))
})
