import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findBrowser } from './find-browser.ts'
import { cloneSamples, formerEdition, hostileProfile, samples, withoutWords, writeSite } from './profiles.ts'

/** A page, and what went wrong on it: errors of the console, and requests that left its own origin. */
export interface WatchedPage {
  readonly page: Page
  readonly faults: string[]
}

let browser: Promise<Browser> | undefined

/** Starts a browser; as root it runs without its sandbox, which root may not have. */
const startBrowser = async (): Promise<Browser> => {
  const { path, environment } = await findBrowser()
  return chromium.launch({
    executablePath: path,
    chromiumSandbox: false,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--font-render-hinting=none'],
    env: { ...process.env, ...environment },
  })
}

/** Opens an address in a page of its own, in a browser that is started once and ends with this process. */
export const openPage = async (address: string, options?: BrowserContextOptions): Promise<WatchedPage> => {
  browser ??= startBrowser()
  const page = await (await (await browser).newContext(options)).newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  const { protocol, host } = new URL(address)
  page.on('request', (request) => {
    const url = new URL(request.url())
    const isOwn = url.protocol === protocol && url.host === host
    if (!isOwn && !['data:', 'blob:'].includes(url.protocol)) faults.push(`off origin: ${request.url()}`)
  })
  await page.goto(address)
  return { page, faults }
}

export const closeBrowser = async (): Promise<void> => (await browser)?.close()

const folder = mkdtempSync(join(process.env['EXPLORER_TEST_FOLDER'] ?? tmpdir(), 'cyberwellness-sites-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Releases to look at: the samples, 200 countries, two editions, hostile notes, and one without words. */
const hostile = [hostileProfile(), ...samples.slice(1)]
const SITES = {
  small: samples,
  large: cloneSamples(200),
  editions: [formerEdition(), ...samples],
  hostile,
  'without-words': hostile.map(withoutWords),
}
export type Site = keyof typeof SITES
await Promise.all(Object.entries(SITES).map(([name, profiles]) => writeSite(join(folder, name), profiles)))

/** The address of a site on disk. */
export const findSite = (site: Site): string => pathToFileURL(join(folder, site, 'explorer/index.html')).href

/** Opens a view of a site from disk and checks that nothing went wrong on it. */
export const onPage = async (
  site: Site,
  route: string,
  work: (page: Page) => Promise<void>,
): Promise<void> => {
  const permissions = ['clipboard-read', 'clipboard-write']
  const { page, faults } = await openPage(`${findSite(site)}${route}`, { permissions })
  try {
    await page.locator('h1').waitFor()
    await work(page)
    assert.deepEqual(faults, [])
  } finally {
    await page.context().close()
  }
}

/** Waits until an expression is true on the page; the page's policy refuses Playwright's own waiting. */
export const until = async (page: Page, expression: string): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if (await page.evaluate(`Boolean(${expression})`)) return
    await setTimeout(50)
  }
  assert.fail(`This never became true: ${expression}`)
}

/** Waits until the data of a view are shown. */
export const loaded = (page: Page): Promise<void> =>
  until(page, '!document.querySelector("main")?.innerText.includes("Loading…")')

/** Saves a file by a button; returns its name and its text. */
export const save = async (page: Page, button: string | RegExp): Promise<{ name: string; text: string }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

/** Saves rows by a button; returns the name of their file, and them. */
export const saveRows = async (page: Page, button: string | RegExp = /^Save/) => {
  const { name, text } = await save(page, button)
  return { name, rows: parse<Readonly<Record<string, string>>>(text, { columns: true }) }
}
