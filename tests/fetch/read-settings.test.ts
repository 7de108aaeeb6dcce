import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { readSettings } from '../../pipeline/fetch/read-settings.ts'
import { CliError } from '../../pipeline/io/cli-error.ts'
import { fetchSettings } from '../../schemas/index.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const DEFAULTS = fetchSettings.parse({})

const readText = async (text: string): Promise<unknown> => {
  let read: unknown
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'settings.json')
    await writeFile(path, text)
    read = await readSettings(path).catch((error: unknown) => error)
  })
  return read
}

/** Settings that are refused, and what is said of them. */
const REFUSED: readonly (readonly [text: string, says: RegExp])[] = [
  ['', /used: Unexpected end of JSON input\.$/],
  ['{}\0', /used: Unexpected/],
  ['[]', /used: the file: .*expected object/],
  ['{"attemps": 1}', /the file: .*attemps/],
  ['{"__proto__": {"attempts": 1}}', /the file: .*__proto__/],
  ['{"attempts": 1,\n"attempts": 9}', /line 2: the key "attempts" occurs twice in one object/],
  [`{"index_pages": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`, /index_pages\.0: /],
  ['{"max_bytes": 1e999}', /max_bytes: /],
  ['{"connections_per_host": 0.5}', /connections_per_host: /],
  ['{"attempts": 0}', /attempts: /],
  ['{"attempts": "4"}', /attempts: .*expected number/],
  ['{"idle_timeout": -1}', /idle_timeout: /],
  ['{"idle_timeout": 3000000}', /idle_timeout: .*1000000/],
  ['{"requests_per_second": 1e-300}', /requests_per_second: /],
  ['{"index_pages": ["file:///etc/hosts"]}', /index_pages\.0: .*http or https/],
  ['{"user_agent": "a\\r\\nHost: b"}', /user_agent: holds other than printable/],
  ['{"allowed_networks": ["127.0.0.1/99"]}', /allowed_networks\.0: is not a network/],
]

describe('settings of fetching', () => {
  it('are what the file says, and the defaults for the rest', async () => {
    assert.deepEqual(await readSettings(), DEFAULTS)
    const text = '\uFEFF{"attempts": 7, "requests_per_second": null}'
    assert.deepEqual(await readText(text), { ...DEFAULTS, attempts: 7, requests_per_second: null })
  })

  it('that cannot be used are refused, and the place is named', async () => {
    for (const [text, says] of REFUSED) {
      const error = await readText(text)
      assert.ok(error instanceof CliError, String(error))
      assert.match(error.message, /^The settings .*settings\.json cannot be used: /)
      assert.match(error.message, says)
    }
  })

  it('are settings or rejected with one kind of error, for any content', async () => {
    const setting = fc.dictionary(fc.constantFrom(...Object.keys(DEFAULTS)), fc.jsonValue())
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      setting.map((value) => JSON.stringify(value)),
    )
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        const read = await readText(words)
        assert.ok(read instanceof CliError || fetchSettings.safeParse(read).success, String(read))
      }),
    )
  })
})
