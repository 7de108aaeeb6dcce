import assert from 'node:assert/strict'
import { test } from 'vitest'
import { runDiscover } from '../../pipeline/fetch/discover/run-discover.ts'
import { runFetch } from '../../pipeline/fetch/run-fetch.ts'
import { fetchSettings } from '../../schemas/index.ts'
import { fetchFolder, profile, unwatched } from './fetching.ts'

/** Twenty documents on each of ten hosts: where each were waited for, a run would take minutes. */
const documents = Array.from({ length: 200 }, (_, index) =>
  profile(`x-${index}`, [`https://host-${index % 10}.example/${index}.pdf`]),
)

const settings = fetchSettings.parse({ connect_timeout: 0.5, attempts: 4, first_delay: 10 })

test('names that are looked up for ever are given up, all at once', async () => {
  const { lock } = await fetchFolder(documents)
  const closed: string[] = []
  const lookUpName = (hostname: string, signal: AbortSignal) =>
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => {
        closed.push(hostname)
        reject(signal.reason)
      }),
    )
  const watch = { ...unwatched, lookUpName }
  const report = await runFetch({ lock, settings, recheck: false, ...watch })
  assert.equal(report.offline, true)
  assert.equal(report.counts.failed, documents.length)
  assert.equal(Object.keys(report.unreachable).length, 10)
  assert.deepEqual(new Set(Object.values(report.unreachable)), new Set(['UND_ERR_CONNECT_TIMEOUT']))
  for (const { attempts, failures } of report.documents) {
    assert.deepEqual([attempts, failures.map(({ code }) => code)], [1, ['unreachable']])
  }
  assert.equal(closed.length, 10 * settings.connections_per_host, 'no look-up is left')
  const search = { lock: (await fetchFolder([])).lock, settings, countryOfFile: () => null }
  const { failed, read, documents: found } = await runDiscover({ ...search, ...watch })
  assert.deepEqual([failed.length, read, found], [4, [], []])
})
