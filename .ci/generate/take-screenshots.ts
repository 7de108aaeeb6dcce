import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { closeBrowser, findSite, openPage } from '../../tests/explorer/browser-pages.ts'

/*
 * Takes the pictures of the explorer in docs/images: `make screenshots RELEASE=folder`. Without a release they show the
 * samples, and the banner of each page says so.
 */

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 780 } } as const

const release = process.env['RELEASE'] ?? ''
const address = release === '' ? findSite('small') : pathToFileURL(join(release, 'explorer/index.html')).href
const site = fileURLToPath(new URL('.', address))
const codes = (await readdir(join(site, 'country'))).map((name) => name.replace('.html', ''))
const [first = '', second = ''] = ['GHA', 'RWA', ...codes].filter((code) => codes.includes(code))
const [document] = await readdir(join(site, 'data/pages')).catch(() => [])

const VIEWS = {
  start: '',
  compare: `#/compare?countries=${first}+${second}`,
  indicator: '#/indicator/cirt',
  matrix: '#/matrix',
  map: '#/map?show=cirt',
  country: `#/country/${first}`,
  source: document === undefined ? null : `#/source/${document.replace('.js', '')}/regulation_and_compliance`,
}

const images = fileURLToPath(new URL('../../docs/images', import.meta.url))
await mkdir(images, { recursive: true })
for (const [name, route] of Object.entries(VIEWS)) {
  if (route === null) continue
  for (const [size, viewport] of Object.entries(SIZES)) {
    const { page } = await openPage(`${address}${route}`, { viewport })
    await page.locator('h1').waitFor()
    do await page.waitForTimeout(700)
    while ((await page.getByText('Loading…').count()) > 0)
    // on a phone the source page is below its record, and is scrolled to
    if (name !== 'source') await page.evaluate('scrollTo(0, 0)')
    await page.screenshot({ path: join(images, `${name}-${size}.png`) })
    await page.context().close()
  }
}
await closeBrowser()
