import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { COUNTRIES } from '../../schemas/countries.ts'
import { clonedProfiles } from './cloned-profiles.ts'
import { openBrowser } from './open-browser.ts'
import { specimenProfiles } from './specimen-profiles.ts'
import { writeSite } from './write-site.ts'

/*
 * Takes the pictures of the explorer in docs/images: `make screenshots`. Most show clones of the
 * samples for all countries, country and source a sample itself; the banner of each page says so.
 */

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 780 } } as const

const images = fileURLToPath(new URL('../../docs/images', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-screenshots-'))
const browser = await openBrowser()
try {
  const specimens = await specimenProfiles()
  await writeSite(join(folder, 'specimens'), specimens)
  await writeSite(join(folder, 'clones'), clonedProfiles(specimens, COUNTRIES.length))
  const id = specimens[0]?.rows.document.document_id ?? ''
  const views = [
    { name: 'start', site: 'clones', route: '' },
    { name: 'compare', site: 'clones', route: '#/compare?countries=KEN+RWA' },
    { name: 'indicator', site: 'clones', route: '#/indicator/1.2.1' },
    { name: 'matrix', site: 'clones', route: '#/matrix' },
    { name: 'map', site: 'clones', route: '#/map?show=1.2.1' },
    { name: 'country', site: 'specimens', route: '#/country/XAA' },
    { name: 'source', site: 'specimens', route: `#/source/${id}/1.1.2` },
  ]
  await mkdir(images, { recursive: true })
  for (const { name, site, route } of views) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const address = pathToFileURL(join(folder, site, 'explorer/index.html')).href
      const { page } = await browser.open(`${address}${route}`, { viewport })
      await page.locator('h1').waitFor()
      do await page.waitForTimeout(700)
      while ((await page.getByText('Loading…').count()) > 0)
      // on a phone the source page stands below its record, and is scrolled to
      if (name !== 'source') await page.evaluate('scrollTo(0, 0)')
      await page.screenshot({ path: join(images, `${name}-${size}.png`) })
      await page.context().close()
    }
  }
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
