import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { listCaveats } from '../../schemas/index.ts'
import { loaded, onPage, type Site } from './browser-pages.ts'
import { HOSTILE_NOTES, qelvara } from './profiles.ts'

const id = qelvara.rows.document.document_id

const ROUTES = `start matrix matrix?group=year map map?show=cirt map?show=cirt&zoom=4 country country/XAA/cirt
  indicator indicator/cirt chart/histogram compare?countries=XAA+XAB search?q=27001 named named/standard
  named/standard/iso-iec-27001 source/${id}/cirt review/${id}/cirt download about`
  .split(/\s+/)
  .map((route) => `#/${route}`)

/** Goes from view to view in one page; returns what was found in each. */
const visit = async (
  site: Site,
  routes: readonly string[],
  find: (page: Page) => Promise<readonly (string | false)[]>,
): Promise<string[]> => {
  const found: string[] = []
  await onPage(site, '', async (page) => {
    for (const route of routes) {
      await page.evaluate(`location.hash = '${route}'`)
      await page.locator(`main.view-${/\w+/.exec(route)?.[0]} h1`).waitFor()
      await loaded(page)
      for (const result of await find(page)) if (result) found.push(`${route}: ${result}`)
    }
  })
  return found
}

/** Runs rules of axe; returns the rules that are broken, and where. */
const runAxe = async (page: Page, options: object): Promise<string> => {
  // its source is a megabyte, which takes a second to send
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(axe.source)
  const broken = await page.evaluate(`axe.run({ preload: false, ...${JSON.stringify(options)} })
    .then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')).join('; '))`)
  return String(broken)
}

test('in every view axe finds nothing, its colours in the dark included, and 320 pixels are wide enough', async () => {
  const found = await visit('small', ROUTES, async (page) => {
    const results = [await runAxe(page, {})]
    await page.emulateMedia({ colorScheme: 'dark' })
    results.push(await runAxe(page, { runOnly: ['color-contrast'] }))
    await page.emulateMedia({ colorScheme: 'light' })
    const size = page.viewportSize() ?? assert.fail('there is no viewport')
    await page.setViewportSize({ width: 320, height: 640 })
    const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
    await page.setViewportSize(size)
    return [...results, beyond > 0 && `${beyond} pixels beyond the edge`]
  })
  assert.deepEqual(found, [])
})

test('every view works in a release without the words of the profiles', async () => {
  const found = await visit('without-words', ROUTES, async (page) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    return page.locator('[role=alert], .sheet').allTextContents()
  })
  assert.deepEqual(found, [])
})

test('samples are called samples, and the limits are named that every release names', () =>
  onPage('small', '#/about', async (page) => {
    await page.locator('.banner', { hasText: 'say nothing about any country' }).waitFor()
    for (const { text } of listCaveats('specimen'))
      await page.locator('li', { hasText: text.replaceAll('`', '') }).waitFor()
  }))

test('hostile notes and names stay text in every view, with the words of the profiles or without', async () => {
  const more = ['#/search?q=script', '#/indicator/criminal_legislation', '#/named/instrument']
  const find = async (page: Page) => {
    const elements = await page.locator('main script, main img, main iframe, main b').count()
    const links = await page.$$eval('a', (all) => all.map((link) => link.getAttribute('href') ?? ''))
    const foreign = links.filter((href) => !/^(#|\.\.\/|https:\/\/www\.iso\.org\/)/.test(href))
    return [...foreign, elements > 0 && 'elements', Boolean(await page.evaluate('window.hostile')) && 'ran']
  }
  assert.deepEqual(await visit('hostile', [...ROUTES, ...more], find), [])
  assert.deepEqual(await visit('without-words', more, find), [])
})

test('hostile notes are shown whole, and cannot turn the direction of what is around them', () =>
  onPage('hostile', '#/country/XAA', async (page) => {
    await page.locator('.note').first().waitFor()
    const notes = await page.locator('.note').allTextContents()
    for (const note of HOSTILE_NOTES) assert.ok(notes.includes(note), note.slice(0, 40))
    const styles = await page.$$eval('.note', (all) => all.map((note) => getComputedStyle(note).unicodeBidi))
    assert.ok(styles.every((value) => value.includes('isolate') || value === 'plaintext'))
  }))
