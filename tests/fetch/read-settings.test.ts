import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { readSettings } from '../../pipeline/fetch/lock-request.ts'
import { fetchSettings } from '../../schemas/index.ts'
import { readTexts } from '../read-cases.ts'
import { writeTemporary } from '../test-folder.ts'

const DEFAULTS = fetchSettings.parse({})

const readText = async (text: string) => readSettings(await writeTemporary(text, 'settings.json'))

describe('settings of fetching', () => {
  it('are what the file says, and the defaults for the rest', async () => {
    assert.deepEqual(await readSettings(), DEFAULTS)
    const text = '\uFEFF{"attempts": 7, "requests_per_second": null, "archive": "http://mirror.example/x/"}'
    const changed = { attempts: 7, requests_per_second: null, archive: 'http://mirror.example/x' }
    assert.deepEqual(await readText(text), { ...DEFAULTS, ...changed })
  })

  it('that cannot be used are refused, and the place is named', async () => {
    const deep: [string, string] = [
      `{"archived": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      'archived.0: ',
    ]
    for (const [text, says] of [...readTexts('fetch/refused-settings.yaml'), deep]) {
      await assert.rejects(readText(text), ({ name, message }) => {
        assert.equal(name, 'CliError')
        assert.match(message, /^The settings .*settings\.json cannot be used: /)
        assert.match(message, new RegExp(says))
        return true
      })
    }
  })
})
