import assert from 'node:assert/strict'
import { readXlsx } from 'hucre'
import { describe, it } from 'vitest'
import { parse } from 'yaml'
import { AT_HOME_FILES, HOMEPAGE, REAL_FILES, textOf } from './described.ts'

describe('where a release is found on the web', () => {
  it('stands in everything that describes it, where the build was told', async () => {
    assert.equal(JSON.parse(textOf(AT_HOME_FILES, 'croissant.json')).url, HOMEPAGE)
    assert.ok(JSON.parse(textOf(AT_HOME_FILES, 'croissant.json')).citeAs.includes(`url = {${HOMEPAGE}}`))
    assert.equal(JSON.parse(textOf(AT_HOME_FILES, 'datapackage.json')).homepage, HOMEPAGE)
    assert.equal(parse(textOf(AT_HOME_FILES, 'CITATION.cff')).url, HOMEPAGE)
    assert.ok(textOf(AT_HOME_FILES, 'README.md').includes(`<${HOMEPAGE}>`))
    const { sheets } = await readXlsx(AT_HOME_FILES.get('cyberwellness.xlsx') ?? new Uint8Array())
    const about = sheets.find(({ name }) => name === 'about')?.rows ?? []
    assert.ok(about.some(([name, text]) => name === 'homepage' && text === HOMEPAGE))
    assert.ok(Buffer.from(AT_HOME_FILES.get('cyberwellness.sqlite') ?? []).includes(HOMEPAGE))
  })

  it('stands nowhere, not even as a guess, where the build was not told', () => {
    assert.equal(JSON.parse(textOf(REAL_FILES, 'croissant.json')).url, undefined)
    assert.equal(JSON.parse(textOf(REAL_FILES, 'datapackage.json')).homepage, undefined)
    assert.equal(parse(textOf(REAL_FILES, 'CITATION.cff')).url, undefined)
  })
})
