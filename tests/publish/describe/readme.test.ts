import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { STATUSES, TABLES, VIEWS } from '../../../schemas/index.ts'
import { SAMPLE_DATASET } from '../sample-dataset.ts'
import {
  AT_HOME_FILES,
  EMPTY_FILES,
  PUBLISHABLE_FILES,
  REAL_FILES,
  readText,
  SPECIMEN_FILES,
} from './described.ts'

const real = readText(REAL_FILES, 'README.md')
const samples = readText(SPECIMEN_FILES, 'README.md')

/** The part of a page below a heading. */
const below = (page: string, heading: string): string =>
  page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''

describe('README.md of a release', () => {
  it('names every file of the release and no other', () => {
    const names = [...below(real, 'Contents').matchAll(/^\| `([^`]+)` \|/gm)].flatMap(([, name = '']) =>
      Object.hasOwn(TABLES, name)
        ? ['csv', 'arrow', 'parquet', 'json'].map((extension) => `${name}.${extension}`)
        : [name],
    )
    assert.deepEqual(names.sort(), [...REAL_FILES.keys()].filter((name) => name !== 'README.md').sort())
  })

  it('counts the rows of every table, view and status, the profiles and the issues', () => {
    assert.match(real, /holds 2 profiles of 2 countries \(dated 2014-08-12 to 2014-08-12, 1 without a date\)/)
    for (const { name } of Object.values(TABLES))
      assert.match(real, new RegExp(`^\\| \`${name}\` \\| \\d+ \\|`, 'm'))
    assert.match(real, new RegExp(`^\\| \`${VIEWS.review.name}.csv\` \\| 1 \\|`, 'm'))
    assert.match(real, /reported 1 error, 1 warning and 0 notices/)
    const rows = [...below(real, 'What it says').matchAll(/^\| `(\w+)` \| ([\d,]+) \| .+ \|$/gm)]
    const counts = Map.groupBy(SAMPLE_DATASET.indicators, ({ status }) => status)
    assert.deepEqual(
      rows.map(([, status, count]) => [status, count]),
      STATUSES.map((status) => [status, String(counts.get(status)?.length ?? 0)]),
    )
  })

  it('says when it was published, and how it is cited', () => {
    for (const files of [REAL_FILES, EMPTY_FILES])
      assert.match(readText(files, 'README.md'), /It has no publication date/)
    const page = readText(AT_HOME_FILES, 'README.md')
    assert.match(page, /It was published on 2026-01-02\./)
    const citation =
      /^> Cyberwellness Open Data contributors \(2026\)\. \*.+\*, version [\d.]+\. <https:.+>\. Coded from: International Tele/m
    assert.match(page, citation)
    assert.doesNotMatch(samples, /Coded from/)
  })

  it('names its limits and terms: third-party text in real profiles, invented places in samples', () => {
    const limits = ['historical_snapshot', 'dates_differ', 'free_text_notes', 'third_party_text']
    for (const name of limits) assert.ok(real.includes(`**\`${name}\`**`), name)
    assert.match(real, /CC-BY-4\.0/)
    assert.match(real, /`indicators\.note`/)
    assert.match(samples, /\*\*`specimens`\*\*/)
    assert.match(samples, /CC0-1\.0/)
    assert.doesNotMatch(samples, /`third_party_text`|CC-BY/)
  })

  it('promises no words of the notes in a release without them', () => {
    assert.match(real, /`evidence` the words of `note` behind it/)
    const page = readText(PUBLISHABLE_FILES, 'README.md')
    assert.match(page, /the words of the notes are left out/)
    assert.match(page, /`note` and `evidence`, the words behind it, are empty in this edition/)
    assert.doesNotMatch(page, /SELECT[^;]*\bnote\b/)
  })

  it('leads to files of the release and headings of its pages alone', () => {
    for (const name of ['README.md', 'CODEBOOK.md']) {
      const page = readText(REAL_FILES, name)
      const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(
        ([, text = '']) => `#${text.toLowerCase().replaceAll('`', '').replaceAll(' ', '-')}`,
      )
      for (const [, target = ''] of page.matchAll(/\]\(([^)]+)\)/g)) {
        const known = target.startsWith('https://') || REAL_FILES.has(target) || headings.includes(target)
        assert.ok(known, `${name} leads to ${target}`)
      }
    }
  })
})
