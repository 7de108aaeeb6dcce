import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { caveatsOf } from '../../schemas/index.ts'
import { clonedProfiles } from './cloned-profiles.ts'
import { formerEdition } from './former-edition.ts'
import { HOSTILE_NOTES, hostileProfile } from './hostile-profile.ts'
import { openBrowser, type TestBrowser, type WatchedPage } from './open-browser.ts'
import { specimenProfiles } from './specimen-profiles.ts'
import { writeSite } from './write-site.ts'

let folder: string
let browser: TestBrowser
let specimens: readonly ExploredProfile[]
let qelvara: ExploredProfile

const addressOf = (site: string): string => pathToFileURL(join(folder, site, 'explorer/index.html')).href

/** Waits until an expression is true on the page; Playwright’s own waiting is refused by the page’s policy. */
const until = async (page: WatchedPage['page'], expression: string): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if (await page.evaluate(`Boolean(${expression})`)) return
    await setTimeout(50)
  }
  assert.fail(`This never became true: ${expression}`)
}

/** Opens a view of a site from disk, hands it over, and holds it to having done nothing that it must not. */
const onPage = async (
  route: string,
  work: (page: WatchedPage['page']) => Promise<void>,
  { site = 'small', ...options }: { site?: string } & Parameters<TestBrowser['open']>[1] = {},
): Promise<void> => {
  const { page, faults } = await browser.open(`${addressOf(site)}${route}`, options)
  try {
    await page.locator('h1').waitFor()
    await work(page)
    assert.deepEqual(faults, [])
  } finally {
    await page.context().close()
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-explorer-'))
  browser = await openBrowser()
  process.stdout.write(`The explorer is tested in ${browser.name}.`.concat('\n'))
  specimens = await specimenProfiles()
  const [first] = specimens
  assert.ok(first)
  qelvara = first
  await writeSite(join(folder, 'small'), specimens)
  await writeSite(join(folder, 'large'), clonedProfiles(specimens, 200))
  await writeSite(join(folder, 'editions'), [formerEdition(qelvara), ...specimens])
  await writeSite(join(folder, 'hostile'), [hostileProfile(qelvara), ...specimens.slice(1)])
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the matrix', () => {
  test('shows a row a country and a cell a section, with a name for the status', () =>
    onPage('', async (page) => {
      assert.equal(await page.locator('.matrix tbody tr').count(), specimens.length)
      assert.equal(await page.locator('.matrix tbody td a').count(), specimens.length * 21)
      const status = qelvara.rows.indicators.find((row) => row.section_code === '1.2.3')?.status
      const cell = page.locator('a[href="#/country/XAA/1.2.3"]')
      assert.equal(await cell.getAttribute('aria-label'), 'Absent')
      assert.equal(status, 'absent')
    }))

  test('opens the record of a cell, and the back button comes back to the same rows', () =>
    onPage('#/matrix?sort=present&desc=1', async (page) => {
      const rows = (): Promise<string[]> => page.locator('.matrix tbody th').allInnerTexts()
      const before = await rows()
      assert.equal(before[0], 'Ixolund')
      await page.locator('a[href="#/country/XAA/1.2.1"]').click()
      await page.locator('#section-1\\.2\\.1.opened').waitFor()
      assert.equal(await page.locator('h1').textContent(), 'Qelvara')
      await page.goBack()
      await page.locator('.matrix').waitFor()
      assert.deepEqual(await rows(), before)
    }))

  test('filters by status, by words of the notes and by name, and keeps the filter in the address', () =>
    onPage('', async (page) => {
      await page.getByRole('checkbox', { name: 'Unknown' }).check()
      await page.getByLabel('in section').selectOption('1.2.1')
      await until(page, 'document.querySelectorAll(".matrix tbody tr").length === 1')
      assert.match(page.url(), /status=unknown/)
      assert.match(page.url(), /in=1\.2\.1/)
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.getByRole('searchbox').fill('QELCIRT')
      await until(page, 'document.querySelectorAll(".matrix tbody tr").length === 1')
      assert.equal(await page.locator('.matrix tbody th').textContent(), 'Qelvara')
      await page.getByRole('searchbox').fill('brevaune')
      await until(page, 'document.querySelector(".matrix tbody th").innerText.startsWith("Brévaune")')
      assert.match(page.url(), /text=brevaune/)
    }))

  test('sorts by a column, groups by region and year, and folds sections into pillars', () =>
    onPage(
      '#/matrix?group=region&columns=pillars',
      async (page) => {
        const groups = await page.locator('.group').allInnerTexts()
        assert.deepEqual(
          groups.map((text) => text.replace(/ \(.*/, '')),
          ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'],
        )
        assert.equal(await page.locator('.matrix tbody tr').nth(1).locator('td.share').count(), 6)
        await page.getByLabel('Group by').selectOption('year')
        await until(page, 'document.querySelector(".group").innerText.startsWith("2012")')
        await page.getByRole('button', { name: 'Cooperation' }).click()
        await until(page, 'location.hash.includes("sort=cooperation")')
      },
      { site: 'large' },
    ))

  test('is reached, crossed and opened by keyboard alone', () =>
    onPage('', async (page) => {
      const focused = (): Promise<string | null> => page.locator(':focus').getAttribute('href')
      for (let stops = 0; (await page.locator('.matrix tbody a:focus').count()) === 0; stops++) {
        assert.ok(stops < 80, 'the matrix is never reached')
        await page.keyboard.press('Tab')
      }
      assert.equal(await focused(), '#/country/XAB')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      assert.equal(await focused(), '#/country/XAB/1.1.2')
      await page.keyboard.press('End')
      assert.equal(await focused(), '#/country/XAB/2.4')
      await page.keyboard.press('ArrowDown')
      assert.equal(await focused(), '#/country/XAG/2.4')
      await page.keyboard.press('Control+End')
      assert.equal(await focused(), '#/country/XAC/2.4')
      await page.keyboard.press('Enter')
      await page.locator('.opened').waitFor()
      assert.equal(await page.locator('h1:focus').textContent(), 'Zwimmeria')
    }))

  test('holds 200 countries', () =>
    onPage('', (page) => until(page, "document.querySelectorAll('.matrix tbody td a').length === 4200"), {
      site: 'large',
    }))
})

describe('the map', () => {
  test('says in a table what it shows, and opens a country by its marker', () =>
    onPage(
      '#/map?show=1.2.1',
      async (page) => {
        const listed = await page.locator('.map-table tbody li').count()
        assert.equal(listed, 200)
        await page.getByRole('button', { name: 'Enlarge' }).click()
        assert.match(page.url(), /at=0\.500\+0\.500\+2/)
        await page.getByRole('button', { name: 'Whole world' }).click()
        await page.locator('[data-country="SGP"] circle').click()
        await page.locator('#section-1\\.2\\.1.opened').waitFor()
        assert.equal(await page.locator('h1').textContent(), 'Singapore')
      },
      { site: 'large' },
    ))

  test('gives every country of a release a place, or names it as off the map', () =>
    onPage(
      '#/map',
      async (page) => {
        const drawn = await page.locator('[data-country]').count()
        const off = await page.locator('.off-map li').count()
        assert.equal(drawn + off, 200)
      },
      { site: 'large' },
    ))

  test('lists invented places beside it', () =>
    onPage('#/map', async (page) =>
      assert.equal(await page.locator('.off-map li').count(), specimens.length),
    ))
})

describe('a country', () => {
  test('shows every section with its note, its evidence marked, and what it names', () =>
    onPage('#/country/XAA', async (page) => {
      await page.locator('.record').first().waitFor()
      assert.equal(await page.locator('.record').count(), 21)
      for (const row of qelvara.rows.indicators.filter(({ unit }) => unit === null)) {
        const record = page.locator(`#section-${row.section_code.replaceAll('.', '\\.')}`)
        if (row.note !== null) assert.equal(await record.locator('.note').textContent(), row.note)
        if (row.evidence !== null) {
          assert.equal(await record.locator('mark').first().textContent(), row.evidence)
        }
      }
      assert.equal(await page.locator('.chips li').count(), qelvara.rows.items.length)
    }))

  test('leads from what it names to everybody who names the same', () =>
    onPage('#/country/XAA/1.2.2', async (page) => {
      await page.locator('.chip', { hasText: 'standard ISO/IEC 27001' }).first().click()
      await page.getByText('All of this kind').waitFor()
      const naming = new Set(
        specimens
          .flatMap(({ rows }) => rows.items)
          .filter((item) => item.kind === 'standard' && item.code === 'ISO/IEC 27001')
          .map((item) => item.document_id),
      )
      await page.locator('.record').first().waitFor()
      assert.ok((await page.locator('.record').count()) >= naming.size)
    }))

  test('sets editions side by side and marks what changed', () =>
    onPage(
      '#/country/XAA/1.2.3',
      async (page) => {
        const record = page.locator('#section-1\\.2\\.3')
        await record.waitFor()
        assert.equal(await record.locator('.edition').count(), 2)
        assert.equal(await record.locator('.edition').nth(1).locator('strong').count(), 1)
        assert.ok((await record.locator('ins, del').count()) > 0)
      },
      { site: 'editions' },
    ))
})

describe('a section', () => {
  test('counts its statuses and shows the wording of each country', () =>
    onPage('#/section/1.2.1', async (page) => {
      await page.locator('.record').first().waitFor()
      assert.equal(await page.locator('.record').count(), specimens.length)
      await page.locator('.shares-list a').first().click()
      await until(page, 'location.hash.includes("status=present")')
      const present = specimens.filter(({ rows }) =>
        rows.indicators.some((row) => row.section_code === '1.2.1' && row.status === 'present'),
      )
      await until(page, `document.querySelectorAll('.record').length === ${present.length}`)
    }))
})

describe('the paper', () => {
  test('sets the stored text again and lights the boxes of the note where the table has them', async () => {
    const { document, boxes } = qelvara.rows
    const wanted = boxes.filter((box) => box.section_code === '1.1.2')
    const [page1] = await qelvara.pages()
    assert.ok(page1 && wanted.length > 1)
    await onPage(`#/paper/${document.document_id}/1.1.2`, async (page) => {
      await page.locator('.lit').first().waitFor()
      const lit = await page
        .locator('.lit')
        .evaluateAll((boxes) =>
          boxes.map((box) => ['x', 'y', 'width', 'height'].map((name) => Number(box.getAttribute(name)))),
        )
      assert.equal(lit.length, wanted.length)
      for (const [index, { x0, y0, x1, y1 }] of wanted.entries()) {
        const expected = [x0, page1.height - y1, x1 - x0, y1 - y0]
        for (const [place, value] of expected.entries()) {
          assert.ok(Math.abs((lit[index]?.[place] ?? Number.NaN) - value) < 0.01)
        }
      }
      const text = await page.locator('.sheet text').allTextContents()
      assert.ok(text.includes('REPUBLIC OF QELVARA'))
      const citation = await page.getByLabel('Citation').inputValue()
      assert.ok(citation.includes(document.sha256))
    })
  })
})

describe('the review list', () => {
  test('goes on by keyboard and gives a line for the corrections file', () =>
    onPage('#/review', async (page) => {
      const rows = specimens.flatMap(({ rows }) => rows.review)
      const [first, second] = rows
      assert.ok(first && second)
      await page.locator('h1').focus()
      const line = page.getByLabel('Line for raw/corrections.csv')
      await line.waitFor()
      assert.match(await line.inputValue(), new RegExp(first.note_sha256))
      await page.keyboard.press('n')
      await until(page, `location.hash.includes('${second.section_code}')`)
      await page.getByLabel('Reason').fill('=It is "clear", I think')
      assert.ok((await line.inputValue()).includes('"\'=It is ""clear"", I think"'))
      assert.match(await line.inputValue(), new RegExp(`${second.note_sha256}$`))
    }))
})

describe('every view', () => {
  const routes = (): readonly string[] => [
    '#/matrix',
    '#/matrix?columns=pillars&group=year',
    '#/map',
    '#/map?show=1.2.1',
    '#/country',
    '#/country/XAA/1.2.1',
    '#/section',
    '#/section/1.2.1',
    '#/item',
    '#/item/standard',
    '#/item/standard/ISO%2FIEC%2027001',
    `#/paper/${qelvara.rows.document.document_id}/1.2.1`,
    '#/review',
    '#/downloads',
    '#/about',
  ]

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`passes axe in ${colorScheme}`, async () => {
      const found: string[] = []
      for (const route of routes()) {
        await onPage(
          route,
          async (page) => {
            await until(page, '!document.querySelector("main")?.innerText.includes("Loading…")')
            await page.evaluate(axe.source)
            const violations = await page.evaluate(
              `axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')).join('; '))`,
            )
            if (violations !== '') found.push(`${route} ${violations}`)
          },
          { colorScheme },
        )
      }
      assert.deepEqual(found, [])
    })
  }

  test('fits a screen of 320 pixels without scrolling sideways', async () => {
    const beyond: string[] = []
    for (const route of routes()) {
      await onPage(
        route,
        async (page) => {
          await until(page, '!document.querySelector("main")?.innerText.includes("Loading…")')
          const pixels = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          if (pixels !== 0) beyond.push(`${route} by ${pixels}`)
        },
        { viewport: { width: 320, height: 640 } },
      )
    }
    assert.deepEqual(beyond, [])
  })

  test('says that specimens are specimens', () =>
    onPage('#/about', async (page) => {
      await page.locator('.banner', { hasText: 'say nothing about any country' }).waitFor()
    }))

  test('names the limits that every release names', () =>
    onPage('#/about', async (page) => {
      for (const { text } of caveatsOf('specimen')) await page.locator('li', { hasText: text }).waitFor()
    }))
})

describe('hostile notes', () => {
  test('stay text in every view that shows them', async () => {
    const id = hostileProfile(qelvara).rows.document.document_id
    for (const route of ['#/country/XAA', `#/paper/${id}/1.1.1`]) {
      await onPage(
        route,
        async (page) => {
          await page.locator('.note').first().waitFor()
          const scripts = await page.locator('main script, main img, main iframe').count()
          assert.equal(scripts, 0)
          const links = await page
            .locator('a')
            .evaluateAll((anchors) =>
              anchors
                .map((anchor) => anchor.getAttribute('href') ?? '')
                .filter((href) => !/^(#|\.\.\/)/.test(href)),
            )
          assert.deepEqual(links, [])
          assert.equal(await page.evaluate('window.hostile'), undefined)
        },
        { site: 'hostile' },
      )
    }
    await onPage(
      '#/country/XAA',
      async (page) => {
        const notes = await page.locator('.note').allTextContents()
        for (const note of HOSTILE_NOTES) assert.ok(notes.includes(note), note.slice(0, 40))
        const directions = await page
          .locator('.note')
          .evaluateAll((all) => all.map((note) => String(note.computedStyleMap().get('unicode-bidi'))))
        assert.ok(directions.every((value) => value.includes('isolate') || value === 'plaintext'))
      },
      { site: 'hostile' },
    )
  })
})
