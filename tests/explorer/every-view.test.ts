import assert from 'node:assert/strict'
import axe from 'axe-core'
import { describe, test } from 'vitest'
import { listCaveats } from '../../schemas/index.ts'
import { loaded, onPage, qelvara, type Site } from './browser-pages.ts'
import { HOSTILE_NOTES } from './hostile-profile.ts'

const id = qelvara.rows.document.document_id

const ROUTES = [
  '#/start',
  '#/matrix',
  '#/matrix?group=year',
  '#/map',
  '#/map?show=cirt',
  '#/map?show=cirt&zoom=4',
  '#/country',
  '#/country/XAA/cirt',
  '#/indicator',
  '#/indicator/cirt',
  '#/compare?countries=XAA+XAB',
  '#/chart/histogram',
  '#/search?q=27001',
  '#/named',
  '#/named/standard',
  '#/named/standard/iso-iec-27001',
  `#/source/${id}/cirt`,
  `#/review/${id}/cirt`,
  '#/download',
  '#/about',
]

type Work = Parameters<typeof onPage>[1]
type Options = Parameters<typeof onPage>[2]

/** Goes from view to view in one page; returns the views where something was found. */
const visit = async (
  find: (...page: Parameters<Work>) => Promise<unknown>,
  options: Options,
  routes: readonly string[] = ROUTES,
): Promise<string[]> => {
  const found: string[] = []
  await onPage(
    '',
    async (page) => {
      for (const route of routes) {
        await page.evaluate(`location.hash = '${route}'`)
        await page.locator(`main.view-${/\w+/.exec(route)?.[0]} h1`).waitFor()
        await loaded(page)
        const result = await find(page)
        if (result) found.push(`${route}: ${result}`)
      }
    },
    options,
  )
  return found
}

const AXE = `axe.run({ preload: false }).then(({ violations }) => violations
  .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')).join('; '))`

test.each(['light', 'dark'] as const)('axe finds nothing in any view in %s', async (colorScheme) => {
  const found = await visit(
    async (page) => {
      await page.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`)
      return page.evaluate(AXE)
    },
    { colorScheme },
  )
  assert.deepEqual(found, [])
})

test('every view fits a screen of 320 pixels without scrolling sideways', async () => {
  const options = { viewport: { width: 320, height: 640 } }
  const found = await visit(
    (page) => page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    options,
  )
  assert.deepEqual(found, [])
})

test('every view works in a release without the words of the profiles', async () => {
  const options = { site: 'without-words' as Site, viewport: { width: 1440, height: 900 } }
  const found = await visit((page) => page.locator('[role=alert], .sheet').count(), options)
  assert.deepEqual(found, [])
})

test('samples are called samples, and the limits are named that every release names', () =>
  onPage('#/about', async (page) => {
    await page.locator('.banner', { hasText: 'say nothing about any country' }).waitFor()
    for (const { text } of listCaveats('specimen'))
      await page.locator('li', { hasText: text.replaceAll('`', '') }).waitFor()
  }))

describe('hostile notes', () => {
  test('stay text in every view', async () => {
    const found = await visit(
      async (page) => {
        const elements = await page.locator('main script, main img, main iframe').count()
        const links = await page
          .locator('a')
          .evaluateAll((all) =>
            all
              .map((link) => link.getAttribute('href') ?? '')
              .filter((href) => !/^(#|\.\.\/|https:\/\/www\.iso\.org\/)/.test(href)),
          )
        const ran = await page.evaluate('window.hostile')
        return [...links, ...(elements > 0 ? ['elements'] : []), ...(ran ? ['ran'] : [])].join(' ')
      },
      { site: 'hostile' },
      [...ROUTES, '#/search?q=script', '#/indicator/criminal_legislation', '#/named/instrument'],
    )
    assert.deepEqual(found, [])
  })

  test('are shown whole, and cannot turn the direction of what is around them', () =>
    onPage(
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
    ))
})
