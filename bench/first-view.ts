import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clonedProfiles } from '../tests/explorer/cloned-profiles.ts'
import { openBrowser } from '../tests/explorer/open-browser.ts'
import { specimenProfiles } from '../tests/explorer/specimen-profiles.ts'
import { writeSite } from '../tests/explorer/write-site.ts'

/*
 * How long the matrix of 200 countries keeps the browser busy: up to its first view, and until all rows are there.
 * Run it on a quiet machine: `node bench/first-view.ts`.
 */

const ROUNDS = 9
const COUNTRIES = 200
const MEASURED = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'TaskDuration'] as const

/** Rows beyond the first view are built in a frame of their own; without frames the page stops there. */
const WITHOUT_FRAMES = 'window.requestAnimationFrame = () => 0'

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN

const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-bench-'))
const browser = await openBrowser()

/** Milliseconds of each measure in one fresh page. */
const measure = async (address: string, whole: boolean): Promise<ReadonlyMap<string, number>> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  if (!whole) await page.addInitScript(WITHOUT_FRAMES)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(address)
  if (whole)
    await page
      .locator('.matrix tbody tr')
      .nth(COUNTRIES - 1)
      .waitFor()
  const { metrics } = await session.send('Performance.getMetrics')
  await context.close()
  return new Map(metrics.map(({ name, value }) => [name, value * 1000]))
}

try {
  await writeSite(folder, clonedProfiles(await specimenProfiles(), COUNTRIES))
  const address = pathToFileURL(join(folder, 'explorer/index.html')).href
  process.stdout.write(`${browser.name}, ${COUNTRIES} countries, ${ROUNDS} rounds\n`)
  for (const whole of [false, true]) {
    const rounds: ReadonlyMap<string, number>[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(address, whole))
    const lines = MEASURED.map((name) => {
      const values = rounds.map((round) => round.get(name) ?? Number.NaN)
      return `  ${name.padEnd(20)} median ${median(values).toFixed(0)} ms, least ${Math.min(...values).toFixed(0)} ms\n`
    })
    process.stdout.write(`${whole ? 'All rows' : 'First view'}\n${lines.join('')}`)
  }
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
