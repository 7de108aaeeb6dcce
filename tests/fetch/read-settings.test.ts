import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { readSettings } from '../../pipeline/fetch/read-settings.ts'
import { fetchSettings } from '../../schemas/index.ts'
import { temporaryFolder } from '../test-folder.ts'

const DEFAULTS = fetchSettings.parse({})

const readText = async (text: string) => {
  const path = join(temporaryFolder(), 'settings.json')
  await writeFile(path, text)
  return readSettings(path)
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
    const text = '\uFEFF{"attempts": 7, "requests_per_second": null, "archive": "http://mirror.example/x/"}'
    const changed = { attempts: 7, requests_per_second: null, archive: 'http://mirror.example/x' }
    assert.deepEqual(await readText(text), { ...DEFAULTS, ...changed })
  })

  it('that cannot be used are refused, and the place is named', async () => {
    for (const [text, says] of REFUSED) {
      await assert.rejects(readText(text), ({ name, message }) => {
        assert.equal(name, 'CliError')
        assert.match(message, /^The settings .*settings\.json cannot be used: /)
        assert.match(message, says)
        return true
      })
    }
  })
})
