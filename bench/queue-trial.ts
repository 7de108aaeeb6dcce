// Reads many documents by way of a queue while workers are killed and Redis restarts, and compares the release with that
// of a build in one place. Usage: node bench/queue-trial.ts [documents]
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type Command, startCommand } from '../tests/queue/command.ts'
import { startRedis, withoutRedis } from '../tests/queue/redis-server.ts'
import { assertSameRelease } from '../tests/queue/same-release.ts'
import type { OnEnd } from '../tests/test-folder.ts'
import { readTreeUse } from './measured-run.ts'
import { writePdfProfiles } from './profiles.ts'

const WORKERS = 4
const WATCH_INTERVAL_MS = 250
const documents = Number(process.argv[2] ?? 2_000)

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Watches a command until it ends: time by the clock, time on processors, and the most memory that was seen. */
const watch = async (name: string, command: Command): Promise<void> => {
  const started = performance.now()
  let [seconds, bytes] = [0, 0]
  const timer = setInterval(() => {
    const now = readTreeUse(command.child.pid ?? 0)
    seconds = Math.max(seconds, now.seconds)
    bytes = Math.max(bytes, now.bytes)
  }, WATCH_INTERVAL_MS)
  await command.ended
  clearInterval(timer)
  const wall = (performance.now() - started) / 1000
  say(
    `${name}: ${wall.toFixed(1)} s, ${seconds.toFixed(1)} s of processor, at most ${(bytes / 1e6).toFixed(0)} MB`,
  )
}

/** Checks that a release holds every document once, or says why it was rejected. */
const checkDocuments = async (out: string): Promise<void> => {
  const readRows = async <Row>(name: string, row: z.ZodType<Row>): Promise<Row[]> =>
    z.array(row).parse(JSON.parse(await readFile(join(out, name), 'utf8')))
  const profile = z.object({ document_id: z.string(), file_name: z.string() })
  const profiles = await readRows('documents.json', profile)
  const issues = await readRows('issues.json', z.object({ document: z.string(), set_aside: z.boolean() }))
  const files = new Set(profiles.map(({ file_name }) => file_name))
  const rejected = new Set(issues.filter(({ set_aside }) => set_aside).map(({ document }) => document))
  assert.equal(new Set(profiles.map(({ document_id }) => document_id)).size, profiles.length)
  assert.equal(files.union(rejected).size, documents, 'a document is lost')
  say(`${profiles.length} profiles of ${files.size} documents, each once; ${rejected.size} rejected`)
}

const ends: (() => Promise<void>)[] = []
const onEnd: OnEnd = (end) => void ends.push(end)

const runTrial = async (folder: string): Promise<void> => {
  const [input, alone, queued] = ['input', 'alone', 'queued'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const bytes = await writePdfProfiles(input, documents)
  say(`${documents} documents of ${(bytes / documents / 1000).toFixed(1)} kB`)
  const building = ['build', '--input', input, '--no-explorer', '--accept', '--no-cache']
  const one = startCommand([...building, '--out', alone, '--jobs', '2'], {}, onEnd)
  await watch('in one place, 2 jobs', one)
  assert.equal(await one.ended, 0, one.said())

  const redis = await startRedis([], false, onEnd)
  const words = ['worker', '--queue', redis.url, '--no-cache', '--jobs', '1']
  const workers = Array.from({ length: WORKERS }, () => startCommand(words, {}, onEnd))
  const watched = workers.map((worker, index) => watch(`worker ${index + 1}`, worker))
  const build = startCommand([...building, '--out', queued, '--queue', redis.url], {}, onEnd)
  const building4 = watch(`by ${WORKERS} workers, the build itself`, build)
  const waitForShare = (share: number) => build.says(new RegExp(`: ${Math.ceil(documents * share)} of`))
  await waitForShare(0.25)
  workers[0]?.child.kill('SIGKILL')
  await waitForShare(0.5)
  await redis.kill()
  await redis.start()
  await waitForShare(0.75)
  workers[1]?.child.kill('SIGKILL')
  assert.equal(await build.ended, 0, build.said())
  await building4
  await assertSameRelease(queued, alone)
  say('two workers were killed and Redis restarted; the two releases are the same, byte for byte')
  await checkDocuments(queued)
  for (const { child } of workers) child.kill('SIGTERM')
  await Promise.all(watched)
}

if (withoutRedis) say(`skipped: ${withoutRedis}`)
else {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-queue-trial-'))
  try {
    await runTrial(folder)
  } finally {
    for (const end of ends.toReversed()) await end()
    await rm(folder, { recursive: true, force: true })
  }
}
