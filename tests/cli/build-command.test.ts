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
import { checkRun } from './run.ts'

type Row = Readonly<Record<string, string>>

const folder = makeTestFolder()

/** Copies samples into a new folder, under the given names. */
const copySamples = async (name: string, samples: Readonly<Record<string, string>>): Promise<string> => {
  await mkdir(join(folder, name), { recursive: true })
  for (const [file, sample] of Object.entries(samples))
    await cp(findSpecimen(sample), join(folder, name, file))
  return join(folder, name)
}

/** Builds, and checks the code that the build ends with, and what it says. */
const build = (code: number, input: string, out: string, more: readonly string[] = [], ...says: RegExp[]) => {
  const usual = ['--no-explorer', '--cache', TEST_CACHE]
  return checkRun(code, ['build', '-i', input, '-o', join(folder, out), ...usual, ...more], ...says)
}

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
    await build(0, SPECIMENS, 'samples', ['--strict'], /These are SAMPLES/)
    assert.ok((await readdir(join(folder, 'samples'))).includes('indicators.parquet'))
  })

  test('of a real profile beside samples says that the samples are left out, and counts every document', async () => {
    const input = await copySamples('beside', { 'nuvale.pdf': 'nuvale', 'qelvara.pdf': 'qelvara' })
    await writeFile(join(input, 'burundi.txt'), MADE_UP_PROFILE.join('\n').replace('WISTREL', 'BURUNDI'))
    const leftOut = /^Left out: 2 sample profiles, because real profiles were read\.$/m
    const { err } = await build(0, input, 'beside-out', [], /Read 1 of 3 documents/, leftOut)
    assert.doesNotMatch(err, /Rejected/)
  })

  test('of files with one name publishes each under a name of its own, and rejects a broken one with its reason', async () => {
    const one = await copySamples('same/one', { 'x.pdf': 'nuvale' })
    const two = await copySamples('same/two', { 'x.pdf': 'qelvara' })
    const three = await copySamples('same/three', {})
    await writeFile(join(three, 'x.pdf'), '%PDF-1.4\nnothing that follows is a PDF\n')
    const rejected = /Rejected: 1 document \(broken_pdf 1\)\.\n {2}three\/x\.pdf: The PDF is damaged/
    await build(1, one, 'both', ['-i', two, '-i', three], rejected)
    const documents = await readOut('both', 'documents.csv')
    assert.match(documents, /^xaa-.*,two\/x\.pdf,.*^xaf-.*,one\/x\.pdf,/ms)
  })

  test('in which every document fails writes the issues, counts the reasons and replaces no release', async () => {
    const junk = join(folder, 'junk')
    const reasons =
      /none of the 3 files in .*junk is a readable profile \(not_a_profile 2, empty_document 1; see/
    await build(3, junk, 'failed', [], reasons)
    assert.deepEqual((await readdir(join(folder, 'failed'))).sort(), ['SHA256SUMS', 'issues.json'])
    await build(0, findSpecimen('nuvale'), 'failed')
    const sums = await readOut('failed')
    await build(3, junk, 'failed')
    assert.equal(await readOut('failed'), sums)
    assert.match(await readOut('failed.rejected', 'issues.json'), /"empty_document"/)
  })

  test('does not replace a file that was edited by hand, unless the user accepts it', async () => {
    const input = findSpecimen('nuvale')
    await build(0, input, 'edited')
    await appendFile(join(folder, 'edited', 'review.csv'), 'my remark\n')
    const why = /edited holds files that were changed since they were written \(review\.csv\); move/
    await build(2, input, 'edited', [], why)
    assert.match(await readOut('edited', 'review.csv'), /my remark/)
    await build(0, input, 'edited', ['--accept'])
    assert.doesNotMatch(await readOut('edited', 'review.csv'), /my remark/)
  })

  test('dates a release by --released or SOURCE_DATE_EPOCH alone, and marks CSV files by --csv-bom alone', async () => {
    const input = findSpecimen('nuvale')
    const readMarks = async (out: string, ...more: readonly string[]) => {
      await build(0, input, out, more)
      return [
        JSON.parse(await readOut(out, 'datapackage.json')).created,
        JSON.parse(await readOut(out, 'croissant.json')).datePublished,
        /^date-released: (.+)$/m.exec(await readOut(out, 'CITATION.cff'))?.[1],
        (await readOut(out, 'indicators.csv')).slice(0, 5),
      ]
    }
    assert.deepEqual(await readMarks('undated'), [undefined, undefined, undefined, 'count'])
    const dated = await readMarks('dated', '--released', '2026-01-31', '--csv-bom')
    assert.deepEqual(dated, ['2026-01-31T00:00:00Z', '2026-01-31', '2026-01-31', '\ufeffcoun'])
    vi.stubEnv('SOURCE_DATE_EPOCH', '1580601600')
    assert.equal((await readMarks('epoch'))[1], '2020-02-02')
    for (const wrong of ['now', '-1', '1.5', '1'.repeat(12)]) {
      vi.stubEnv('SOURCE_DATE_EPOCH', wrong)
      const sentence = /^SOURCE_DATE_EPOCH is .+; it must be a number of seconds since 1970\.\n$/
      await build(2, input, 'epoch', [], sentence)
    }
  })

  test('shows the names of files that command terminals', async () => {
    const input = await copySamples('names', { 'nuvale.pdf': 'nuvale' })
    await writeFile(join(input, 'a\u001b[2J\u001b]0;title\u0007.pdf'), 'junk')
    await writeFile(join(input, 'b\nWrote 70 files\t\u2028.pdf'), 'junk')
    await writeFile(Buffer.from(`${input}/c\xe9.pdf`, 'latin1'), 'junk')
    const [b, c] = [/^ {2}b␊Wrote 70 files␉\ufffd\.pdf: /m, /^ {2}c\ufffd\.pdf: .*its name is not UTF-8/m]
    const { err } = await build(1, input, 'names-out', [], /a␛\[2J␛\]0;title␇\.pdf/, b, c)
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
    const all = ['build', ...input, '-o', NEVER, '--no-explorer', '--no-cache', ...words]
    const { err } = await checkRun(expected, all, sentence)
    assert.ok(err.trim().split('\n').length <= 2, err)
  })
})

describe('a release that loses something', () => {
  test('is not published; the report says why and how to accept it', async () => {
    const input = await copySamples('lost', { 'nuvale.pdf': 'nuvale', 'qelvara.pdf': 'qelvara' })
    await build(0, input, 'out')
    const sums = await readOut('out')
    await rm(join(input, 'nuvale.pdf'))
    const says = [
      /^Wrote \d+ files, .*, to .*out\.rejected\.$/m,
      /Not published; .* is unchanged\. Reasons:\n {2}Documents of the previous .* missing: xaf-/,
      /run it again with --accept \(make all ACCEPT=1\)/,
    ]
    await build(1, input, 'out', [], ...says)
    assert.equal(await readOut('out'), sums)
    const folders = [join(folder, 'out'), join(folder, 'out.rejected')]
    await checkRun(1, ['diff', ...folders], /## Documents lost: 1\n\n- Ñuvalé/)

    const accepted = /Accepted although:\n {2}Documents of the previous release are missing/
    await build(0, input, 'out', ['--accept'], accepted)
    assert.notEqual(await readOut('out'), sums)
    await assert.rejects(readOut('out.rejected'))
  })

  test('of samples does not replace real profiles, accepted or not', async () => {
    await writeRelease(join(folder, 'real'), makeDataset({ file: 'a.pdf' }))
    const sums = await readOut('real')
    const why = /This release holds samples about invented places, the previous one real profiles;/
    const { err } = await build(1, findSpecimen('nuvale'), 'real', ['--accept'], why)
    assert.doesNotMatch(err, /ACCEPT=1/)
    assert.equal(await readOut('real'), sums)
  })
})

test('--corrections settle a row for review, and replace no release where a line or its note is not right', async () => {
  const readReview = async (out: string) => parse<Row>(await readOut(out, 'review.csv'), { columns: true })
  const path = join(folder, 'lines.csv')
  /** Builds one sample with a correction of the first row of its review list. */
  const correct = async (code: number, out: string, changes: Row, ...says: RegExp[]) => {
    await writeFile(path, `${HEADER}\n${csvLine({ document_id, section_code, note_sha256, ...changes })}\n`)
    return build(code, findSpecimen('nuvale'), out, ['--corrections', path, '--strict'], ...says)
  }
  await build(0, findSpecimen('nuvale'), 'before')
  const [sums, open] = [await readOut('before'), await readReview('before')]
  const { document_id = '', section_code = '', note_sha256 = '', status } = open[0] ?? {}
  const malformed = /^The corrections file .*lines\.csv cannot be used: line 2: value “no” .*\.\n$/
  await correct(2, 'before', { value: 'no' }, malformed)
  const outdated = /^Notes have changed .* renew its hash in the corrections file or remove its line/m
  await correct(3, 'before', { note_sha256: '0'.repeat(64) }, outdated)
  assert.equal(await readOut('before'), sums)
  await correct(0, 'settled', { value: status === 'absent' ? 'present' : 'absent' })
  assert.deepEqual(await readReview('settled'), open.slice(1))
  await correct(0, 'unused', { document_id: 'xzz-undated-00000000' })
})
