import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { STATUSES, TABLES, VIEWS } from '../../../schemas/index.ts'
import { SAMPLE_DATASET } from '../sample-dataset.ts'
import { AT_HOME_FILES, EMPTY_FILES, REAL_FILES, SPECIMEN_FILES, textOf } from './described.ts'

const real = textOf(REAL_FILES, 'README.md')
const specimens = textOf(SPECIMEN_FILES, 'README.md')

/** The part of a page below a heading. */
const below = (page: string, heading: string): string =>
  page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''

/** The first cells of the rows of all tables of its contents, as they stand in code spans. */
const namedFiles = (page: string): string[] =>
  [...below(page, 'Contents').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name)

describe('README.md of a release', () => {
  it('names every file of the release and none besides', () => {
    const named = namedFiles(real).flatMap((name) =>
      Object.hasOwn(TABLES, name)
        ? ['csv', 'arrow', 'parquet', 'json'].map((extension) => `${name}.${extension}`)
        : [name],
    )
    const others = [...REAL_FILES.keys()].filter((name) => name !== 'README.md')
    assert.deepEqual(named.sort(), others.sort())
  })

  it('counts the rows of every table and view, the profiles and the issues', () => {
    assert.match(real, /holds 2 profiles of 2 countries \(dated 2014-08-12 to 2014-08-12, 1 without a date\)/)
    for (const { name } of Object.values(TABLES))
      assert.match(real, new RegExp(`^\\| \`${name}\` \\| \\d+ \\|`, 'm'))
    assert.match(real, new RegExp(`^\\| \`${VIEWS.review.name}.csv\` \\| 1 \\|`, 'm'))
    assert.match(real, /reported 1 error, 1 warning and 0 notices/)
  })

  it('counts the rows of every status, and says what it means', () => {
    const rows = [...below(real, 'What it says').matchAll(/^\| `(\w+)` \| ([\d,]+) \| .+\.? \|$/gm)]
    assert.deepEqual(
      rows.map(([, status, count]) => [status, count]),
      STATUSES.map((status) => [
        status,
        String(SAMPLE_DATASET.indicators.filter((row) => row.status === status).length),
      ]),
    )
  })

  it('says when it was published, and how it is cited', () => {
    assert.match(real, /It names no day of publication/)
    assert.match(textOf(AT_HOME_FILES, 'README.md'), /It was published on 2026-01-02\./)
    assert.match(textOf(EMPTY_FILES, 'README.md'), /It names no day of publication/)
    assert.match(
      textOf(AT_HOME_FILES, 'README.md'),
      /^> Cyberwellness Open Data contributors \(2026\)\. \*.+\*, version [\d.]+\. <https:.+>\. Coded from: International Tele/m,
    )
    assert.doesNotMatch(specimens, /Coded from/)
  })

  it('names its limits: what is third-party text in real profiles, what is invented in specimens', () => {
    for (const name of ['historical_snapshot', 'dates_differ', 'free_text_notes', 'third_party_text']) {
      assert.ok(real.includes(`**\`${name}\`**`), name)
    }
    assert.ok(!real.includes('**`specimens`**'))
    assert.ok(specimens.includes('**`specimens`**'))
    assert.ok(!specimens.includes('**`third_party_text`**'))
  })

  it('states the terms of what it holds', () => {
    assert.match(real, /CC-BY-4\.0/)
    assert.match(real, /`indicators\.note`/)
    assert.match(specimens, /CC0-1\.0/)
    assert.doesNotMatch(specimens, /CC-BY/)
  })

  it('leads to files of the release and headings of its pages alone', () => {
    for (const name of ['README.md', 'CODEBOOK.md']) {
      const page = textOf(REAL_FILES, name)
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
