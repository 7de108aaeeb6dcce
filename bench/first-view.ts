import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clonedProfiles } from '../tests/explorer/cloned-profiles.ts'
import { openBrowser } from '../tests/explorer/open-browser.ts'
import { specimenProfiles } from '../tests/explorer/specimen-profiles.ts'
import { writeSite } from '../tests/explorer/write-site.ts'

/*
 * How long the start page, and the matrix of 200 countries with all its rows, keep the browser busy.
 * Run it on a quiet machine: `node bench/first-view.ts`.
 */

const ROUNDS = 9
const COUNTRIES = 200
const MEASURED = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'TaskDuration'] as const

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN

const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-bench-'))
const browser = await openBrowser()

/** What is measured: a view, and what is there when it is done. */
const VIEWS = [
  { name: 'Start page', route: '', done: '.findings .plot svg' },
  { name: 'Matrix', route: '#/matrix', done: `.matrix tbody tr:nth-child(${COUNTRIES})` },
] as const

/** Milliseconds of each measure in one fresh page. */
const measure = async (address: string, done: string): Promise<ReadonlyMap<string, number>> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(address)
  await page.locator(done).first().waitFor()
  const { metrics } = await session.send('Performance.getMetrics')
  await context.close()
  return new Map(metrics.map(({ name, value }) => [name, value * 1000]))
}

try {
  await writeSite(folder, clonedProfiles(await specimenProfiles(), COUNTRIES))
  const address = pathToFileURL(join(folder, 'explorer/index.html')).href
  process.stdout.write(`${browser.name}, ${COUNTRIES} countries, ${ROUNDS} rounds\n`)
  for (const { name: view, route, done } of VIEWS) {
    const rounds: ReadonlyMap<string, number>[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(address + route, done))
    const lines = MEASURED.map((name) => {
      const values = rounds.map((round) => round.get(name) ?? Number.NaN)
      return `  ${name.padEnd(20)} median ${median(values).toFixed(0)} ms, least ${Math.min(...values).toFixed(0)} ms\n`
    })
    process.stdout.write(`${view}\n${lines.join('')}`)
  }
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
