import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeBrowser, findSite, openPage, qelvara, type Site } from './browser-pages.ts'

/*
 * Takes the pictures of the explorer in docs/images: `make screenshots`. Most show clones of the
 * samples for 200 countries, country and source a sample itself; the banner of each page says so.
 */

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 780 } } as const

const images = fileURLToPath(new URL('../../docs/images', import.meta.url))
const views: readonly { name: string; site: Site; route: string }[] = [
  { name: 'start', site: 'large', route: '' },
  { name: 'compare', site: 'large', route: '#/compare?countries=KEN+RWA' },
  { name: 'indicator', site: 'large', route: '#/indicator/cirt' },
  { name: 'matrix', site: 'large', route: '#/matrix' },
  { name: 'map', site: 'large', route: '#/map?show=cirt' },
  { name: 'country', site: 'small', route: '#/country/XAA' },
  {
    name: 'source',
    site: 'small',
    route: `#/source/${qelvara.rows.document.document_id}/regulation_and_compliance`,
  },
]

await mkdir(images, { recursive: true })
for (const { name, site, route } of views) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const { page } = await openPage(`${findSite(site)}${route}`, { viewport })
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
