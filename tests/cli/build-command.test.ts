import assert from 'node:assert/strict'
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeAll, describe, test, vi } from 'vitest'
import { csvLine, HEADER } from '../build/correction-lines.ts'
import { findSpecimen, SPECIMENS, TEST_CACHE } from '../build/in-process.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'
import { makeDataset, writeRelease } from '../release/written-release.ts'
import { makeTestFolder } from '../test-folder.ts'
import { run } from './run.ts'

type Row = Readonly<Record<string, string>>

const folder = makeTestFolder()

/** Copies samples into a new folder, under the given names. */
const copySamples = async (name: string, samples: Readonly<Record<string, string>>): Promise<string> => {
  await mkdir(join(folder, name), { recursive: true })
  for (const [file, sample] of Object.entries(samples))
    await cp(findSpecimen(sample), join(folder, name, file))
  return join(folder, name)
}

const build = (input: string, out: string, ...more: readonly string[]) =>
  run('build', '-i', input, '-o', join(folder, out), '--no-explorer', '--cache', TEST_CACHE, ...more)

/** A file of a release; without a name its checksums, which change when anything in it does. */
const readOut = (out: string, name = 'SHA256SUMS'): Promise<string> =>
  readFile(join(folder, out, name), 'utf8')

beforeAll(async () => {
  for (const name of ['junk', 'empty', 'foreign']) await mkdir(join(folder, name))
  const files = { 'a.txt': 'Minutes of a meeting.', 'b.pdf': 'no PDF', 'c.txt': '' }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'junk', name), text)
  for (const name of ['a-file', 'foreign/thesis.docx']) await writeFile(join(folder, name), 'in the way')
})
afterEach(() => void vi.unstubAllEnvs())

describe('a build', () => {
  test('of the samples says that they are samples', async () => {
    const { code, err } = await build(SPECIMENS, 'samples', '--strict')
    assert.equal(code, 0, err)
    assert.match(err, /These are SAMPLES/)
    assert.ok((await readdir(join(folder, 'samples'))).includes('indicators.parquet'))
  })

  test('of a real profile beside samples says that the samples are left out, and counts every document', async () => {
    const input = await copySamples('beside', { 'nuvale.pdf': 'nuvale', 'qelvara.pdf': 'qelvara' })
    await writeFile(join(input, 'burundi.txt'), MADE_UP_PROFILE.join('\n').replace('WISTREL', 'BURUNDI'))
    const { code, err } = await build(input, 'beside-out')
    assert.equal(code, 0, err)
    assert.match(err, /Read 1 of 3 documents/)
    assert.match(err, /^Left out: 2 sample profiles, because real profiles were read\.$/m)
    assert.doesNotMatch(err, /Rejected/)
  })

  test('of files with one name publishes each under a name of its own, and rejects a broken one with its reason', async () => {
    const inputs = await Promise.all([
      copySamples('same/one', { 'x.pdf': 'nuvale' }),
      copySamples('same/two', { 'x.pdf': 'qelvara' }),
      copySamples('same/three', {}),
    ])
    await writeFile(join(inputs[2], 'x.pdf'), '%PDF-1.4\nnothing that follows is a PDF\n')
    const { code, err } = await build(inputs[0], 'both', '-i', inputs[1], '-i', inputs[2])
    assert.equal(code, 1)
    assert.match(err, /Rejected: 1 document \(broken_pdf 1\)\.\n {2}three\/x\.pdf: The PDF is damaged/)
    const documents = await readOut('both', 'documents.csv')
    assert.match(documents, /^xaa-.*,two\/x\.pdf,.*^xaf-.*,one\/x\.pdf,/ms)
  })

  test('in which every document fails writes the issues, counts the reasons and replaces no release', async () => {
    const { code, err } = await build(join(folder, 'junk'), 'failed')
    assert.equal(code, 3)
    assert.match(
      err,
      /none of the 3 files in .*junk is a readable profile \(not_a_profile 2, empty_document 1; see issues\.json/,
    )
    assert.deepEqual((await readdir(join(folder, 'failed'))).sort(), ['SHA256SUMS', 'issues.json'])
    assert.equal((await build(findSpecimen('nuvale'), 'failed')).code, 0)
    const sums = await readOut('failed')
    assert.equal((await build(join(folder, 'junk'), 'failed')).code, 3)
    assert.equal(await readOut('failed'), sums)
    assert.match(await readOut('failed.rejected', 'issues.json'), /"empty_document"/)
  })

  test('does not replace a file that was edited by hand, unless the user accepts it', async () => {
    const input = findSpecimen('nuvale')
    assert.equal((await build(input, 'edited')).code, 0)
    await appendFile(join(folder, 'edited', 'review.csv'), 'my remark\n')
    const { code, err } = await build(input, 'edited')
    assert.equal(code, 2)
    assert.match(err, /edited holds files that were changed since they were written \(review\.csv\); move/)
    assert.match(await readOut('edited', 'review.csv'), /my remark/)
    assert.equal((await build(input, 'edited', '--accept')).code, 0)
    assert.doesNotMatch(await readOut('edited', 'review.csv'), /my remark/)
  })

  test('dates a release by --released or SOURCE_DATE_EPOCH alone, and marks CSV files by --csv-bom alone', async () => {
    const readDates = async (out: string, ...more: readonly string[]) => {
      assert.equal((await build(findSpecimen('nuvale'), out, ...more)).code, 0)
      return [
        JSON.parse(await readOut(out, 'datapackage.json')).created,
        JSON.parse(await readOut(out, 'croissant.json')).datePublished,
        /^date-released: (.+)$/m.exec(await readOut(out, 'CITATION.cff'))?.[1],
      ]
    }
    assert.deepEqual(await readDates('undated'), [undefined, undefined, undefined])
    const dated = await readDates('dated', '--released', '2026-01-31', '--csv-bom')
    assert.deepEqual(dated, ['2026-01-31T00:00:00Z', '2026-01-31', '2026-01-31'])
    for (const [out, start] of [
      ['undated', 'country,'],
      ['dated', '\ufeffcountry,'],
    ] as const)
      assert.ok((await readOut(out, 'indicators.csv')).startsWith(start), out)
    vi.stubEnv('SOURCE_DATE_EPOCH', '1580601600')
    assert.equal((await readDates('epoch'))[1], '2020-02-02')
    for (const wrong of ['now', '-1', '1.5', '1'.repeat(12)]) {
      vi.stubEnv('SOURCE_DATE_EPOCH', wrong)
      const { code, err } = await build(findSpecimen('nuvale'), 'epoch')
      assert.equal(code, 2)
      assert.match(err, /^SOURCE_DATE_EPOCH is .+; it must be a number of seconds since 1970\.\n$/)
    }
  })

  test('shows the names of files that command terminals', async () => {
    const input = await copySamples('names', { 'nuvale.pdf': 'nuvale' })
    await writeFile(join(input, 'a\u001b[2J\u001b]0;title\u0007.pdf'), 'junk')
    await writeFile(join(input, 'b\nWrote 70 files\t\u2028.pdf'), 'junk')
    await writeFile(Buffer.from(`${input}/c\xe9.pdf`, 'latin1'), 'junk')
    const { err } = await build(input, 'names-out')
    assert.match(err, /a␛\[2J␛\]0;title␇\.pdf/)
    assert.match(err, /^ {2}b␊Wrote 70 files␉\ufffd\.pdf: /m)
    assert.match(err, /^ {2}c\ufffd\.pdf: .*its name is not UTF-8/m)
    assert.ok(!err.includes('\u001b'))
  })

  const NEVER = join(tmpdir(), 'cyberwellness-never')
  test.for([
    ['a path that does not exist', 2, ['-i', 'nowhere'], /nowhere: there is no such file or folder/],
    ['an empty folder', 3, ['-i', 'empty'], /holds no \.pdf or \.txt file/],
    ['an output folder below a file', 3, ['-o', 'a-file/out'], /cannot be written/],
    ['an output folder with files of somebody else', 2, ['-o', 'foreign'], /thesis\.docx/],
    ['the folder one is in', 2, ['-o', process.cwd()], /is or contains the current folder/],
    ['a folder that cannot be', 3, ['-o', '/proc/nowhere/out'], /cannot be written: .*\(ENOENT\)/],
    ['more time than a timer has', 2, ['--max-time', '9999999'], /from 1 to 2147483/],
    ['a number with a fraction', 2, ['-j', '1.5'], /Give a whole number from 1/],
    ['a queue without an address', 2, ['--queue', 'redis://:100%#a@'], /Name the queue as/],
    ['an address that is not of the web', 2, ['--homepage', 'file:///srv'], /Give a web address/],
    ['a day that does not exist', 2, ['--released', '2026-02-30'], /Give a day/],
    ['missing corrections', 2, ['--corrections', 'nowhere.csv'], /there is no such file/],
  ] as const)('with %s ends with %i and one sentence', async ([, expected, options, sentence]) => {
    const isOwn = (word: string): boolean => /^(nowhere|empty|foreign|a-file)/.test(word)
    const words = options.map((word) => (isOwn(word) ? join(folder, word) : word))
    const input = words.includes('-i') ? [] : ['-i', findSpecimen('nuvale')]
    const { code, err } = await run('build', ...input, '-o', NEVER, '--no-explorer', '--no-cache', ...words)
    assert.equal(code, expected, err)
    assert.match(err, sentence)
    assert.ok(err.trim().split('\n').length <= 2, err)
  })
})

describe('a release that loses something', () => {
  test('is not published; the report says why and how to accept it', async () => {
    const input = await copySamples('lost', { 'nuvale.pdf': 'nuvale', 'qelvara.pdf': 'qelvara' })
    assert.equal((await build(input, 'out')).code, 0)
    const sums = await readOut('out')
    await rm(join(input, 'nuvale.pdf'))
    const rejected = await build(input, 'out')
    assert.equal(rejected.code, 1)
    assert.match(rejected.err, /^Wrote \d+ files, .*, to .*out\.rejected\.$/m)
    assert.match(
      rejected.err,
      /Not published; .* is unchanged\. Reasons:\n {2}Documents of the previous .* missing: xaf-/,
    )
    assert.match(rejected.err, /run it again with --accept \(make all ACCEPT=1\)/)
    assert.equal(await readOut('out'), sums)
    const diff = await run('diff', join(folder, 'out'), join(folder, 'out.rejected'))
    assert.equal(diff.code, 1)
    assert.match(diff.out, /## Documents lost: 1\n\n- Ñuvalé/)

    const accepted = await build(input, 'out', '--accept')
    assert.equal(accepted.code, 0, accepted.err)
    assert.match(accepted.err, /Accepted although:\n {2}Documents of the previous release are missing/)
    assert.notEqual(await readOut('out'), sums)
    await assert.rejects(readOut('out.rejected'))
  })

  test('of samples does not replace real profiles, accepted or not', async () => {
    await writeRelease(join(folder, 'real'), await makeDataset({ file: 'a.pdf' }))
    const sums = await readOut('real')
    const { code, err } = await build(findSpecimen('nuvale'), 'real', '--accept')
    assert.equal(code, 1)
    assert.match(err, /This release holds samples about invented places, the previous one real profiles;/)
    assert.doesNotMatch(err, /ACCEPT=1/)
    assert.equal(await readOut('real'), sums)
  })
})

describe('build --corrections', () => {
  test('settles a row of the review list, and replaces no release where a line or its note is not as it was', async () => {
    const readReview = async (out: string) => parse<Row>(await readOut(out, 'review.csv'), { columns: true })
    /** Builds one sample with a correction of the first row of its review list. */
    const correct = async (out: string, changes: Row) => {
      const path = join(folder, 'lines.csv')
      await writeFile(path, `${HEADER}\n${csvLine({ document_id, section_code, note_sha256, ...changes })}\n`)
      return build(findSpecimen('nuvale'), out, '--corrections', path, '--strict')
    }
    assert.equal((await build(findSpecimen('nuvale'), 'before')).code, 0)
    const open = await readReview('before')
    const {
      document_id = '',
      section_code = '',
      note_sha256 = '',
      status,
    } = open[0] ?? assert.fail('nothing')
    const sums = await readOut('before')
    for (const [code, changes, sentence] of [
      [2, { value: 'no' }, /^The corrections file .*lines\.csv cannot be used: line 2: value “no” .*\.\n$/],
      [
        3,
        { note_sha256: '0'.repeat(64) },
        /^Notes have changed .* in the corrections file or remove its line/m,
      ],
    ] as const) {
      const refused = await correct('before', changes)
      assert.equal(refused.code, code, refused.err)
      assert.match(refused.err, sentence)
      assert.equal(await readOut('before'), sums)
    }
    const settled = await correct('settled', { value: status === 'absent' ? 'present' : 'absent' })
    assert.equal(settled.code, 0, settled.err)
    assert.deepEqual(await readReview('settled'), open.slice(1))
    assert.equal((await correct('unused', { document_id: 'xzz-undated-00000000' })).code, 0)
  })
})
