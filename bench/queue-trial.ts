// Reads many documents by way of a queue while workers are killed and Redis restarts, and compares the release with that
// of a build in one place. Usage: node bench/queue-trial.ts [documents]
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { queueName } from '../pipeline/queue/job.ts'
import { type Command, startCommand } from '../tests/queue/command.ts'
import { startRedis, withoutRedis } from '../tests/queue/redis-server.ts'
import { assertSameRelease } from '../tests/queue/same-release.ts'
import { readTreeUse, type TreeUse } from './measured-run.ts'
import { writePdfProfiles } from './profiles.ts'

const MB = 1_000_000
const documents = Number(process.argv[2] ?? 2_000)

/** What a command used until it ended. */
interface Use extends TreeUse {
  /** By the clock on the wall. */
  readonly wall: number
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Watches a command until it ends; memory is the most that was seen. */
const useOf = async (command: Command): Promise<Use> => {
  const started = performance.now()
  let seconds = 0
  let bytes = 0
  const timer = setInterval(() => {
    const now = readTreeUse(command.child.pid ?? 0)
    seconds = Math.max(seconds, now.seconds)
    bytes = Math.max(bytes, now.bytes)
  }, 250)
  await command.ended
  clearInterval(timer)
  return { seconds, bytes, wall: (performance.now() - started) / 1000 }
}

const sizeOf = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return (await Promise.all(files.map(async (file) => (await stat(file)).size))).reduce(
    (sum, size) => sum + size,
    0,
  )
}

const shown = (name: string, { wall, seconds, bytes }: Use): string =>
  [
    `${name}: ${wall.toFixed(1)} s, ${(documents / wall).toFixed(1)} documents a second`,
    `${((1000 * seconds) / documents).toFixed(1)} ms of processor a document, at most ${(bytes / MB).toFixed(0)} MB`,
  ].join(', ')

const field = (info: string, name: string): number =>
  Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1])

/** Events to keep for counting. The build asks for far fewer, and asks anew after each restart of Redis, so this is said over and over. */
const KEEP_ALL = 1_000_000

/** Counts how often each job is completed, by the stream of events, which is read as it grows. */
const countCompletions = (url: string): { readonly end: () => Promise<readonly number[]> } => {
  const client = new Redis(url)
  const reader = new Redis(url)
  for (const one of [client, reader]) one.on('error', () => {}) // it restarts
  const queue = `bull:${queueName}`
  const keeping = setInterval(() => {
    void client.hset(`${queue}:meta`, 'opts.maxLenEvents', KEEP_ALL).catch(() => {})
  }, 20)
  const times = new Map<string, number>()
  let last = '0'
  let isOver = false
  const take = async (): Promise<number> => {
    const read = await reader.xread('COUNT', 1_000, 'BLOCK', 100, 'STREAMS', `${queue}:events`, last)
    const events = read?.[0]?.[1] ?? []
    for (const [id, fields] of events) {
      const value = (name: string): string => fields[fields.indexOf(name) + 1] ?? ''
      if (value('event') === 'completed') times.set(value('jobId'), (times.get(value('jobId')) ?? 0) + 1)
      last = id
    }
    return events.length
  }
  const taking = (async () => {
    let taken = 0
    do taken = await take().catch(() => 0)
    while (!isOver || taken > 0)
  })()
  return {
    end: async () => {
      isOver = true
      await taking
      clearInterval(keeping)
      for (const one of [client, reader]) one.disconnect()
      return [...times.values()]
    },
  }
}

/** The profiles and files of a release, and the files that were set aside. */
const countsOf = async (out: string) => {
  const rowsOf = async <Row>(name: string, row: z.ZodType<Row>): Promise<Row[]> =>
    z.array(row).parse(JSON.parse(await readFile(join(out, name), 'utf8')))
  const profiles = await rowsOf(
    'documents.json',
    z.object({ document_id: z.string(), file_name: z.string() }),
  )
  const issues = await rowsOf('issues.json', z.object({ document: z.string(), set_aside: z.boolean() }))
  const files = new Set(profiles.map(({ file_name }) => file_name))
  const aside = new Set(issues.flatMap((issue) => (issue.set_aside ? [issue.document] : [])))
  return {
    profiles: profiles.length,
    ids: new Set(profiles.map(({ document_id }) => document_id)).size,
    files: files.size,
    aside: [...aside].filter((name) => !files.has(name)).length,
  }
}

const trial = async (folder: string): Promise<void> => {
  const input = join(folder, 'input')
  const cache = join(folder, 'cache')
  const [alone, queued] = [join(folder, 'alone'), join(folder, 'queued')]
  const bytes = await writePdfProfiles(input, documents)
  say(`${documents} documents of ${(bytes / documents / 1000).toFixed(1)} kB`)
  const building = ['build', '--input', input, '--no-explorer', '--accept']

  const one = startCommand([...building, '--out', alone, '--cache', cache, '--jobs', '2'])
  say(shown('in one place, 2 jobs', await useOf(one)))
  assert.equal(await one.ended, 0, one.said())
  say(`the store: ${((await sizeOf(cache)) / documents / 1000).toFixed(1)} kB a document`)
  say(`the release: ${((await sizeOf(alone)) / documents / 1000).toFixed(1)} kB a document`)

  const redis = await startRedis()
  const worker = ['worker', '--queue', redis.url, '--no-cache', '--jobs', '1']
  const workers = Array.from({ length: 4 }, () => startCommand(worker))
  const uses = workers.map(useOf)
  const client = new Redis(redis.url)
  client.on('error', () => {}) // it restarts
  let redisMemory = 0
  let events = 0
  const timer = setInterval(() => {
    void client.info().then(
      (info) => {
        redisMemory = Math.max(redisMemory, field(info, 'used_memory'))
      },
      () => {},
    )
  }, 500)
  const completions = countCompletions(redis.url)
  const build = startCommand([...building, '--out', queued, '--no-cache', '--queue', redis.url])
  const use = useOf(build)
  const quarter = (share: number): RegExp => new RegExp(`: ${Math.ceil(documents * share)} of`)
  await build.says(quarter(0.25))
  workers[0]?.child.kill('SIGKILL')
  events += 1
  await build.says(quarter(0.5))
  await redis.kill()
  await redis.start()
  events += 1
  await build.says(quarter(0.75))
  workers[1]?.child.kill('SIGKILL')
  events += 1
  assert.equal(await build.ended, 0, build.said())
  say(shown(`by 4 workers of 1 job, with ${events} faults: the build itself`, await use))
  await assertSameRelease(queued, alone)
  say('the two releases are the same, byte for byte')
  const times = await completions.end()
  assert.equal(times.length, documents, 'not every document was completed as a job')
  const again = times.filter((count) => count > 1).length
  say(`${times.length} jobs were completed, ${again} of them more than once`)
  const { profiles, ids, files, aside } = await countsOf(queued)
  assert.equal(ids, profiles, 'a profile stands twice')
  assert.equal(files + aside, documents, 'a document is lost')
  say(`${profiles} profiles of ${files} documents, each once; ${aside} documents set aside`)
  for (const { child } of workers) child.kill('SIGTERM')
  for (const [index, each] of uses.entries()) {
    const { seconds, bytes } = await each
    const last = workers[index]?.said().trim().split('\n').at(-1)
    say(
      `worker ${index + 1}: ${seconds.toFixed(1)} s of processor, at most ${(bytes / MB).toFixed(0)} MB; ${last}`,
    )
  }
  clearInterval(timer)
  say(`Redis: at most ${(redisMemory / MB).toFixed(1)} MB`)
  client.disconnect()
  await redis.remove()
}

if (withoutRedis) say(`skipped: ${withoutRedis}`)
else {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-queue-trial-'))
  try {
    await trial(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
