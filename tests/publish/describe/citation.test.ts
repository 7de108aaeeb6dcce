import assert from 'node:assert/strict'
import { validateCFF } from 'cffjs'
import { readXlsx } from 'hucre'
import { describe, it } from 'vitest'
import { parse } from 'yaml'
import { findYears, releaseInfo } from '../../../schemas/index.ts'
import { AT_HOME_FILES, EMPTY_FILES, HOMEPAGE, REAL_FILES, readText, SPECIMEN_FILES } from './described.ts'

const readCitation = (files: ReadonlyMap<string, Uint8Array>) => parse(readText(files, 'CITATION.cff'))

describe('CITATION.cff', () => {
  it.each(Object.entries({ AT_HOME_FILES, EMPTY_FILES, REAL_FILES, SPECIMEN_FILES }))(
    'is what the schema of the Citation File Format 1.2.0 asks for, in %s',
    (_, files) => assert.doesNotThrow(() => validateCFF(readCitation(files))),
  )

  it('cites the coding of real profiles under CC-BY-4.0 and names the ITU as their author', () => {
    const cited = readCitation(REAL_FILES)
    assert.equal(cited.license, 'CC-BY-4.0')
    assert.equal(cited.references[0].authors[0].name, 'International Telecommunication Union')
  })

  it('gives samples away and cites no profile of the ITU', () => {
    const cited = readCitation(SPECIMEN_FILES)
    assert.equal(cited.license, 'CC0-1.0')
    assert.match(cited.title, /SPECIMENS/)
    assert.equal(cited.references, undefined)
  })
})

it.each([
  ['CITATION.cff', 'date-released: 2026-01-02', `url: ${HOMEPAGE}`, /date-released|^url:/m],
  [
    'datapackage.json',
    '"created":"2026-01-02T00:00:00Z"',
    `"homepage":"${HOMEPAGE}"`,
    /"created":|"homepage":/,
  ],
  ['croissant.json', '"datePublished": "2026-01-02"', `url = {${HOMEPAGE}}`, /"datePublished"|"url":|url = /],
  ['README.md', 'published on 2026-01-02', `<${HOMEPAGE}>`, /published on|Its page is/],
])('%s has the day of publication and the address of a release, or neither', (name, day, address, either) => {
  const page = readText(AT_HOME_FILES, name)
  assert.ok(page.includes(day) && page.includes(address), name)
  for (const files of [REAL_FILES, EMPTY_FILES]) assert.doesNotMatch(readText(files, name), either)
})

it('workbook and database have the address of a release', async () => {
  const { sheets } = await readXlsx(AT_HOME_FILES.get('cyberwellness.xlsx') ?? new Uint8Array())
  const about = sheets.find(({ name }) => name === 'about')?.rows ?? []
  assert.ok(about.some(([name, text]) => name === 'homepage' && text === HOMEPAGE))
  assert.ok(Buffer.from(AT_HOME_FILES.get('cyberwellness.sqlite') ?? []).includes(HOMEPAGE))
})

it('titles name the years of the profiles that are there, and none where no profile has a date', () => {
  const title = (dates: readonly (string | null)[], withoutSourceText = false): string =>
    releaseInfo('itu-cyberwellness', undefined, { years: findYears(dates), withoutSourceText }).title
  assert.match(title(['2015-03-09', null, '2014-08-12']), /Profiles of 2014 to 2015$/)
  assert.match(title(['2014-08-12'], true), /Profiles of 2014, without the source text$/)
  assert.match(title([null]), /Profiles$/)
})
