import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from './find-browser.ts'

/** A page, and what went wrong on it: errors of the console, and requests that left its own origin. */
export interface WatchedPage {
  readonly page: Page
  readonly faults: string[]
}

/** A browser to test in. */
export interface TestBrowser {
  /** Which browser it is, for the log. */
  readonly name: string
  readonly newContext: (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>
  /** Opens an address in a page of its own. */
  readonly open: (address: string, options?: Parameters<Browser['newContext']>[0]) => Promise<WatchedPage>
  readonly close: () => Promise<void>
}

const originOf = (address: string): string => {
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}

const watch = (page: Page, address: string): string[] => {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    const { protocol } = new URL(request.url())
    const own = protocol === 'data:' || protocol === 'blob:' || originOf(request.url()) === originOf(address)
    if (!own) faults.push(`off origin: ${request.url()}`)
  })
  return faults
}

/** Starts a browser; as root it runs without its sandbox, which root may not have. */
export const openBrowser = async (): Promise<TestBrowser> => {
  const { path, environment, origin } = await findBrowser()
  const isRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath: path,
    chromiumSandbox: false,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--font-render-hinting=none'],
    env: { ...process.env, ...environment },
  })
  return {
    name: `Chromium ${browser.version()} (${origin === 'machine' ? path : 'installed as a package'})`,
    newContext: (options) => browser.newContext(options),
    open: async (address, options) => {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      const faults = watch(page, address)
      await page.goto(address)
      return { page, faults }
    },
    close: () => browser.close(),
  }
}
