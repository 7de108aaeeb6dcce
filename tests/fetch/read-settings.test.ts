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

const deep = 200_000

/** Settings that are refused, and what is said of them. */
const REFUSED: readonly (readonly [what: string, text: string, says: RegExp])[] = [
  ['nothing', '', /cannot be read: Unexpected end of JSON input\.$/],
  ['half an object', '{"attempts": ', /cannot be read: /],
  ['text after the object', '{}\0', /cannot be read: /],
  ['nothing but brackets', '['.repeat(deep), /cannot be read: /],
  ['a list', '[]', /cannot be used: the file: .*expected object/],
  ['a word', '"attempts"', /cannot be used: the file: .*expected object/],
  ['a setting that is none', '{"attemps": 1}', /the file: .*attemps/],
  ['a prototype', '{"__proto__": {"attempts": 1}}', /the file: .*__proto__/],
  [
    'a setting twice',
    '{"attempts": 1,\n"attempts": 9}',
    /line 2: the key "attempts" stands twice in one object/,
  ],
  [
    'a list as deep as it is long',
    `{"index_pages": ${'['.repeat(deep)}${']'.repeat(deep)}}`,
    /index_pages\.0: /,
  ],
  ['a number beyond all numbers', '{"most_bytes": 1e999}', /most_bytes: /],
  ['a number that is not exact', '{"most_bytes": 1e300}', /most_bytes: /],
  ['half a connection', '{"connections_per_host": 0.5}', /connections_per_host: /],
  ['no attempt', '{"attempts": 0}', /attempts: /],
  ['a number in words', '{"attempts": "4"}', /attempts: .*expected number/],
  ['a time before now', '{"idle_timeout": -1}', /idle_timeout: /],
  ['a time longer than a timer holds', '{"idle_timeout": 3000000}', /idle_timeout: .*1000000/],
  ['a request in more than that', '{"requests_per_second": 1e-300}', /requests_per_second: /],
  ['an address of a file', '{"index_pages": ["file:///etc/hosts"]}', /index_pages\.0: .*http or https/],
  ['an archive that is none', '{"archive": "javascript:0"}', /archive: .*http or https/],
  ['a name that ends a header', '{"user_agent": "a\\r\\nHost: b"}', /user_agent: holds other than printable/],
  [
    'a network that is none',
    '{"allowed_networks": ["127.0.0.1/99"]}',
    /allowed_networks\.0: is not a network/,
  ],
]

describe('settings of fetching', () => {
  it('are the defaults where none are given or named', async () => {
    assert.deepEqual(await readSettings(), DEFAULTS)
    assert.deepEqual(await readText('{}'), DEFAULTS)
  })

  it('are what the file says, and the defaults for the rest', async () => {
    const text = '\uFEFF{"attempts": 7, "requests_per_second": null}'
    assert.deepEqual(await readText(text), { ...DEFAULTS, attempts: 7, requests_per_second: null })
  })

  for (const [what, text, says] of REFUSED) {
    it(`that hold ${what} are refused, and the place is named`, async () => {
      const error = await readText(text)
      assert.ok(error instanceof CliError, String(error))
      assert.match(error.message, /^The settings .*settings\.json cannot be /)
      assert.match(error.message, says)
    })
  }

  it('are settings or refused by one kind of error, whatever stands there', async () => {
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
