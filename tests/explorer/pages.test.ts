import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { at } from '../../pipeline/io/at.ts'
import { listCaveats } from '../../schemas/index.ts'
import { clonedProfiles } from './cloned-profiles.ts'
import { formerEdition } from './former-edition.ts'
import { HOSTILE_NOTES, hostileProfile } from './hostile-profile.ts'
import { openBrowser, type TestBrowser, type WatchedPage } from './open-browser.ts'
import { specimenProfiles } from './specimen-profiles.ts'
import { withoutWords } from './without-words.ts'
import { writeSite } from './write-site.ts'

type Page = WatchedPage['page']

let folder: string
let browser: TestBrowser
let samples: readonly ExploredProfile[]
let qelvara: ExploredProfile

const addressOf = (site: string): string => pathToFileURL(join(folder, site, 'explorer/index.html')).href

/** Waits until an expression is true on the page; the page's policy refuses Playwright's own waiting. */
const until = async (page: Page, expression: string): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if (await page.evaluate(`Boolean(${expression})`)) return
    await setTimeout(50)
  }
  assert.fail(`This never became true: ${expression}`)
}

const loaded = (page: Page): Promise<void> =>
  until(page, '!document.querySelector("main")?.innerText.includes("Loading…")')

/** Opens a view of a site from disk and checks that nothing went wrong on it. */
const onPage = async (
  route: string,
  work: (page: Page) => Promise<void>,
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

/** Saves a file by a button; gives its name and its text. */
const save = async (page: Page, button: string | RegExp): Promise<{ name: string; text: string }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

const readRows = (text: string): Record<string, string>[] => parse(text, { columns: true })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-explorer-'))
  browser = await openBrowser()
  process.stdout.write(`The explorer is tested in ${browser.name}.\n`)
  samples = await specimenProfiles()
  qelvara = at(samples, 0)
  await Promise.all([
    writeSite(join(folder, 'small'), samples),
    writeSite(join(folder, 'large'), clonedProfiles(samples, 200)),
    writeSite(join(folder, 'editions'), [formerEdition(qelvara), ...samples]),
    writeSite(join(folder, 'hostile'), [hostileProfile(qelvara), ...samples.slice(1)]),
    writeSite(join(folder, 'without-words'), samples.map(withoutWords)),
  ])
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the start page', () => {
  test('says what this is, shows three findings and the map, and leads to a country', () =>
    onPage(
      '',
      async (page) => {
        await page.locator('.lead', { hasText: '200 countries' }).waitFor()
        await until(page, "document.querySelectorAll('.findings .plot svg').length > 0")
        assert.equal(await page.locator('.findings .chart').count(), 3)
        for (const sentence of await page.locator('.findings .sentence').allTextContents()) {
          assert.match(sentence, /\d/)
        }
        await page.locator('.unseen').scrollIntoViewIfNeeded()
        await page.locator('svg.world').waitFor()
        await page.getByLabel('Choose your country').selectOption('KEN')
        await page.locator('h1', { hasText: 'Kenya' }).waitFor()
      },
      { site: 'large' },
    ))

  test('loads map, search and notes only when they are shown or asked for', () =>
    onPage(
      '',
      async (page) => {
        const files = await page.evaluate('performance.getEntriesByType("resource").map(({ name }) => name)')
        assert.ok(Array.isArray(files))
        assert.ok(!files.some((name) => /world|search|records/.test(String(name))))
      },
      { site: 'large' },
    ))
})

describe('the matrix', () => {
  test('opens the record of a cell, and the back button returns to the same rows', () =>
    onPage('#/matrix?sort=present&desc=1', async (page) => {
      const rows = (): Promise<string[]> => page.locator('.matrix tbody th').allInnerTexts()
      const before = await rows()
      assert.equal(before[0], 'Ixolund')
      assert.equal(await page.locator('.matrix tbody td a').count(), samples.length * 21)
      const cell = page.locator('a[href="#/country/XAA/1.2.3"]')
      assert.equal(await cell.getAttribute('aria-label'), 'Absent')
      await page.locator('a[href="#/country/XAA/1.2.1"]').click()
      await page.locator('#section-1\\.2\\.1.opened').waitFor()
      assert.equal(await page.locator('h1').textContent(), 'Qelvara')
      await page.goBack()
      await page.locator('.matrix').waitFor()
      assert.deepEqual(await rows(), before)
    }))

  test('filters by status, words and ticked countries, and keeps the filter in the address', () =>
    onPage('#/matrix', async (page) => {
      await page.getByRole('checkbox', { name: 'Unknown' }).check()
      await page.getByRole('combobox', { name: /^Indicator/ }).selectOption('1.2.1')
      await until(page, 'document.querySelectorAll(".matrix tbody tr").length === 1')
      assert.match(page.url(), /status=unknown/)
      assert.match(page.url(), /in=1\.2\.1/)
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.getByLabel('Words').fill('QELCIRT')
      await until(page, 'document.querySelectorAll(".matrix tbody tr").length === 1')
      assert.equal(await page.locator('.matrix tbody th').textContent(), 'Qelvara')
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.getByText('Choose countries').click()
      await page.getByRole('textbox', { name: 'Countries' }).fill('qelvara, brevaune')
      await page.keyboard.press('Enter')
      await until(page, 'document.querySelectorAll(".matrix tbody tr").length === 2')
      assert.match(page.url(), /countries=XAA\+XAB/)
    }))

  test('saves exactly the cells that are shown, named after the filter, with a citation', () =>
    onPage(
      '#/matrix?status=absent&in=1.2.1',
      async (page) => {
        const { name, text } = await save(page, /^Save/)
        const rows = readRows(text)
        const shown = samples.filter(({ rows: { indicators } }) =>
          indicators.some((row) => row.section_code === '1.2.1' && row.status === 'absent'),
        )
        assert.equal(rows.length, shown.length)
        assert.ok(rows.every((row) => row['section_code'] === '1.2.1' && row['status'] === 'absent'))
        assert.match(name, /^cyberwellness-[\d.]+-cirt-absent\.csv$/)
        await page.getByText('the citation is on the clipboard').waitFor()
        assert.match(String(await page.evaluate('navigator.clipboard.readText()')), /version .*Accessed/)
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ))

  test('groups by region with totals, and folds indicators into pillars', () =>
    onPage(
      '#/matrix?group=region&columns=pillars',
      async (page) => {
        const groups = await page.locator('.group th').allInnerTexts()
        assert.deepEqual(
          groups.map((text) => text.replace(/ \(.*/, '')),
          ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'],
        )
        assert.match(String(await page.locator('.group .total').first().textContent()), /^\d+ %$/)
        assert.equal(await page.locator('.matrix tbody tr').nth(1).locator('td.share').count(), 6)
        await page.getByRole('button', { name: 'Cooperation' }).click()
        await until(page, 'location.hash.includes("sort=cooperation")')
        await until(page, "document.querySelectorAll('.matrix tbody tr:not(.group)').length === 200")
      },
      { site: 'large' },
    ))

  test('is reached, crossed and opened by keyboard alone', () =>
    onPage('#/matrix', async (page) => {
      const focused = (): Promise<string | null> => page.locator(':focus').getAttribute('href')
      for (let stops = 0; (await page.locator('.matrix tbody a:focus').count()) === 0; stops++) {
        assert.ok(stops < 90, 'the matrix is never reached')
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
})

describe('the map', () => {
  test('lists what it shows, is moved and enlarged, and opens a country by its marker', () =>
    onPage(
      '#/map?show=1.2.1',
      async (page) => {
        assert.equal(await page.locator('.class-list li').count(), 200)
        const drawn = await page.locator('[data-country]').count()
        assert.equal(drawn + (await page.locator('.off-map li').count()), 200)
        await page.getByRole('button', { name: 'Enlarge' }).click()
        assert.match(page.url(), /at=0\.500\+0\.500\+2/)
        await page.getByRole('button', { name: 'Whole world' }).click()
        await page.locator('[data-country="SGP"] circle').click()
        await page.locator('#section-1\\.2\\.1.opened').waitFor()
        assert.equal(await page.locator('h1').textContent(), 'Singapore')
      },
      { site: 'large' },
    ))

  test('lists invented places beside it', () =>
    onPage('#/map', async (page) => {
      await page.locator('.off-map li').first().waitFor()
      assert.equal(await page.locator('.off-map li').count(), samples.length)
    }))
})

describe('a country', () => {
  test('shows its statuses, figures, sections with evidence, and what it names', () =>
    onPage('#/country/XAA', async (page) => {
      await page.getByRole('button', { name: 'Unfold all sections' }).click()
      assert.equal(await page.locator('.record').count(), 21)
      assert.equal(await page.locator('.strip .tile').count(), 21)
      for (const row of qelvara.rows.indicators.filter(({ unit }) => unit === null)) {
        const record = page.locator(`#section-${row.section_code.replaceAll('.', '\\.')}`)
        if (row.note !== null) assert.equal(await record.locator('.note').textContent(), row.note)
        if (row.evidence !== null) {
          assert.equal(await record.locator('mark').first().textContent(), row.evidence)
        }
      }
      assert.equal(await page.locator('.named tbody tr').count(), qelvara.rows.items.length)
      assert.equal(readRows((await save(page, /^Save/)).text).length, qelvara.rows.indicators.length)
    }))

  test('shows the source page beside the note on a wide screen', () =>
    onPage(
      '#/country/XAA/1.1.2',
      async (page) => {
        await page.locator('.source-beside .lit').first().waitFor()
      },
      { viewport: { width: 1440, height: 900 } },
    ))

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

describe('an indicator', () => {
  test('lists the countries of a region and status, and saves exactly those', () =>
    onPage(
      '#/indicator/1.2.1',
      async (page) => {
        await page.locator('.chart-stacked .plot svg').waitFor()
        await page.getByRole('combobox', { name: /^Region/ }).selectOption('Africa')
        await page.getByRole('button', { name: /Absent/ }).click()
        await until(page, "document.querySelectorAll('.status-group').length === 1")
        const listed = await page.locator('.country-note').count()
        const { name, text } = await save(page, /^Save \d+ rows?/)
        const rows = readRows(text)
        assert.equal(rows.length, listed)
        assert.ok(listed > 0 && listed < 60)
        assert.ok(rows.every((row) => row['section_code'] === '1.2.1' && row['status'] === 'absent'))
        assert.match(name, /-1\.2\.1-cirt-absent-africa\.csv$/)
      },
      { site: 'large' },
    ))
})

describe('comparison', () => {
  test('puts countries side by side that were typed in one go, without sideways scroll on a phone', () =>
    onPage(
      '#/compare',
      async (page) => {
        await page.getByRole('textbox', { name: 'Countries' }).fill('Kenya, Rwanda')
        await page.keyboard.press('Enter')
        await page.locator('.side-by-side').waitFor()
        assert.deepEqual(await page.locator('.compared-head a').allTextContents(), ['Kenya', 'Rwanda'])
        assert.equal(await page.locator('details.compared').count(), 21)
        assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0)
        await page.locator('details.compared summary').first().click()
        await page.locator('.compared-notes .note').first().waitFor()
        assert.equal(readRows((await save(page, /^Save/)).text).length, 46)
      },
      { site: 'large', viewport: { width: 390, height: 844 } },
    ))

  test('draws internet use against measures with the outliers named, and a table beside', () =>
    onPage(
      '#/compare',
      async (page) => {
        await page.locator('.chart-dots .plot svg').waitFor()
        const names = await page.locator('.with-table .data-table tbody tr td:first-child').allTextContents()
        const drawn = await page.locator('.chart-dots .plot svg text').allTextContents()
        assert.ok(names.length > 0 && names.filter((name) => drawn.includes(name)).length >= 4)
      },
      { site: 'large' },
    ))
})

describe('a chart', () => {
  test('is saved as SVG and PNG with title, source and date in it, and its data as CSV', () =>
    onPage(
      '#/chart/regions/1.1.1',
      async (page) => {
        await page.locator('.plot svg').waitFor()
        const svg = await save(page, 'SVG')
        assert.match(svg.name, /criminal-legislation-by-un-region\.svg$/)
        for (const words of ['Criminal legislation by UN region', 'version', 'Africa', 'Present']) {
          assert.ok(svg.text.includes(words), words)
        }
        assert.doesNotMatch(svg.text, /var\(|light-dark|class=/)
        assert.match((await save(page, 'PNG')).text, /^.PNG/s)
        const rows = readRows((await save(page, 'CSV')).text)
        assert.equal(
          rows
            .filter((row) => row['region'] === 'All countries')
            .reduce((sum, row) => sum + Number(row['count']), 0),
          200,
        )
      },
      { site: 'large' },
    ))

  test('gives its address, citation and frame', () =>
    onPage(
      '#/chart/map/1.2.1',
      async (page) => {
        const copied = async (button: string): Promise<string> => {
          await page.getByRole('button', { name: button, exact: true }).click()
          await page.getByText('opied').first().waitFor()
          return String(await page.evaluate('navigator.clipboard.readText()'))
        }
        assert.match(await copied('Copy address'), /index\.html#\/chart\/map\/1\.2\.1$/)
        assert.match(await copied('Cite'), /^“CIRT by country”.*Accessed/)
        assert.match(await copied('Embed'), /^<iframe src="[^"]*\?embed#\/chart\/map\/1\.2\.1" title="/)
      },
      { site: 'large', permissions: ['clipboard-read', 'clipboard-write'] },
    ))

  for (const [width, height] of [
    [680, 460],
    [358, 360],
  ] as const) {
    test(`shows map, legend, title and source whole in a frame of ${width} x ${height}`, async () => {
      const { page, faults } = await browser.open(`${addressOf('large')}?embed#/chart/map/1.2.1`, {
        viewport: { width, height },
      })
      await page.locator('svg.world').waitFor()
      for (const part of ['h1', '.legend', 'svg.world', '.source']) {
        const box = await page.locator(part).boundingBox()
        assert.ok(box && box.x >= 0 && box.y >= 0, part)
        assert.ok(box.x + box.width <= width && box.y + box.height <= height, part)
      }
      const map = await page.locator('svg.world').boundingBox()
      assert.ok(map && map.height > height / 3, 'the map is too small')
      assert.equal(await page.evaluate('document.documentElement.scrollHeight > innerHeight'), false)
      assert.deepEqual(faults, [])
      await page.context().close()
    })
  }
})

describe('the search', () => {
  test('answers words over country and note together, with their words and page, and saves the answers', () =>
    onPage('', async (page) => {
      await page.getByRole('searchbox').fill('qelvara qelcirt')
      await page.keyboard.press('Enter')
      await page.locator('.hits .record').first().waitFor()
      assert.match((await page.locator('.hits h2').allTextContents()).join(), /Qelvara: CIRT/)
      assert.ok((await page.locator('.hits mark').count()) > 0)
      await page.getByRole('link', { name: 'Source, page 1' }).first().waitFor()
      const hits = await page.locator('.hits .record').count()
      const { name, text } = await save(page, /^Save/)
      assert.equal(readRows(text).length, hits)
      assert.match(name, /-search-qelvara-qelcirt\.csv$/)
      await page.getByRole('link', { name: 'Qelvara', exact: true }).click()
      await page.locator('h1', { hasText: 'Qelvara' }).waitFor()
    }))

  test('leads from a country to everybody who names the same standard', () =>
    onPage('#/country/XAA/1.2.2', async (page) => {
      await page.locator('.named a', { hasText: '27001' }).first().click()
      await page.locator('.hits .record').first().waitFor()
      const naming = new Set(
        samples
          .flatMap(({ rows }) => rows.items)
          .filter((item) => item.code?.includes('27001'))
          .map((item) => item.document_id),
      )
      assert.ok((await page.locator('.hits .record').count()) >= naming.size)
    }))
})

describe('the source', () => {
  test('redraws the extracted text and highlights the note where the table has it', async () => {
    const { document, boxes } = qelvara.rows
    const wanted = boxes.filter((box) => box.section_code === '1.1.2')
    const page1 = at(await (qelvara.pages?.() ?? []), 0)
    assert.ok(wanted.length > 1)
    await onPage(`#/source/${document.document_id}/1.1.2`, async (page) => {
      await page.locator('.lit').first().waitFor()
      const lit = await page
        .locator('.lit')
        .evaluateAll((rects) =>
          rects.map((rect) => ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name)))),
        )
      assert.equal(lit.length, wanted.length)
      for (const [index, { x0, y0, x1, y1 }] of wanted.entries()) {
        for (const [place, value] of [x0, page1.height - y1, x1 - x0, y1 - y0].entries()) {
          assert.ok(Math.abs(at(at(lit, index), place) - value) < 0.01)
        }
      }
      assert.ok((await page.locator('.sheet text').allTextContents()).includes('REPUBLIC OF QELVARA'))
      assert.ok((await page.getByLabel('Citation').inputValue()).includes(document.sha256))
    })
  })
})

describe('the review list', () => {
  test('is worked through by keyboard and gives a line for the corrections file', () =>
    onPage('#/review', async (page) => {
      const rows = samples.flatMap((sample) => sample.rows.review)
      const [first, second] = [at(rows, 0), at(rows, 1)]
      await page.locator('h1').focus()
      const line = page.getByLabel('Line for raw/corrections.csv')
      await line.waitFor()
      assert.match(await line.inputValue(), new RegExp(first.note_sha256))
      await page.keyboard.press('n')
      await until(page, `location.hash.includes('${second.section_code}')`)
      await page.getByLabel('Reason').fill('=It is "clear", I think')
      assert.ok((await line.inputValue()).includes('"\'=It is ""clear"", I think"'))
      assert.match(await line.inputValue(), new RegExp(`${second.note_sha256},$`))
    }))
})

describe('every view', () => {
  const routes = (): readonly string[] => [
    '#/start',
    '#/matrix',
    '#/matrix?columns=pillars&group=year',
    '#/map',
    '#/map?show=1.2.1',
    '#/country',
    '#/country/XAA/1.2.1',
    '#/indicator',
    '#/indicator/1.2.1',
    '#/compare?countries=XAA+XAB',
    '#/chart/histogram',
    '#/search?q=27001',
    '#/named',
    '#/named/standard',
    `#/source/${qelvara.rows.document.document_id}/1.2.1`,
    '#/review',
    '#/download',
    '#/files',
    '#/about',
  ]

  /** Goes from view to view in one page. */
  const visit = async (
    work: (page: Page, route: string) => Promise<void>,
    options: Parameters<TestBrowser['open']>[1],
  ) =>
    onPage(
      '',
      async (page) => {
        for (const route of routes()) {
          await page.evaluate(`location.hash = '${route}'`)
          await page.locator(`main.view-${/\w+/.exec(route)?.[0]} h1`).waitFor()
          await loaded(page)
          await work(page, route)
        }
      },
      options,
    )

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`passes axe in ${colorScheme}`, async () => {
      const found: string[] = []
      await visit(
        async (page, route) => {
          await page.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`)
          const violations = await page.evaluate(
            `axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')).join('; '))`,
          )
          if (violations !== '') found.push(`${route} ${violations}`)
        },
        { colorScheme },
      )
      assert.deepEqual(found, [])
    })
  }

  test('fits a screen of 320 pixels without scrolling sideways', async () => {
    const beyond: string[] = []
    await visit(
      async (page, route) => {
        const pixels = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        if (pixels !== 0) beyond.push(`${route} by ${pixels}`)
      },
      { viewport: { width: 320, height: 640 } },
    )
    assert.deepEqual(beyond, [])
  })

  test('works in a release without the words of the profiles', async () => {
    for (const route of [
      '#/country/XAA',
      '#/indicator/1.2.1',
      '#/compare?countries=XAA+XAB',
      '#/search?q=qelvara',
    ]) {
      await onPage(
        route,
        async (page) => {
          await loaded(page)
          assert.equal(await page.locator('[role=alert]').count(), 0)
        },
        { site: 'without-words', viewport: { width: 1440, height: 900 } },
      )
    }
  })

  test('says that samples are samples, and names the limits that every release names', () =>
    onPage('#/about', async (page) => {
      await page.locator('.banner', { hasText: 'say nothing about any country' }).waitFor()
      for (const { text } of listCaveats('specimen')) await page.locator('li', { hasText: text }).waitFor()
    }))
})

describe('hostile notes', () => {
  test('stay text in every view that shows them', async () => {
    const id = hostileProfile(qelvara).rows.document.document_id
    for (const route of ['#/country/XAA', `#/source/${id}/1.1.1`, '#/search?q=script', '#/indicator/1.1.1']) {
      await onPage(
        route,
        async (page) => {
          await loaded(page)
          await page.locator('.note').first().waitFor({ state: 'attached' })
          assert.equal(await page.locator('main script, main img, main iframe').count(), 0)
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
        await page.locator('.note').first().waitFor()
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
