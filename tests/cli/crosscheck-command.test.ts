import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { crosscheckText, runCrosscheck } from '../../pipeline/cli/crosscheck-command.ts'
import type { Terminal } from '../../pipeline/cli/terminal.ts'
import { CliError } from '../../pipeline/io/cli-error.ts'
import { type Difference, findPdftotext } from '../../pipeline/quality/crosscheck/index.ts'

const specimen = fileURLToPath(new URL('../../raw/specimen/nuvale.pdf', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const installed = await findPdftotext()
const reason = installed ? false : 'pdftotext is not installed'
const options = { jobs: 1, json: false }

const listen = (): { readonly terminal: Terminal; readonly said: () => string } => {
  let said = ''
  const out = (text: string): void => {
    said += text
  }
  return { terminal: { out, err: () => {}, live: false, colour: false, width: 100 }, said: () => said }
}

const stopOf = async (running: Promise<unknown>): Promise<CliError> => {
  const error = await running.then(
    () => assert.fail('it went on'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof CliError, String(error))
  return error
}

/** A folder with one specimen. */
const specimenFolder = async (name: string): Promise<string> => {
  const path = join(folder, name)
  await mkdir(path)
  await cp(specimen, join(path, 'nuvale.pdf'))
  return path
}

const difference = (changes: Partial<Difference>): Difference => ({
  document: 'nuvale.pdf',
  section: '1.2.1',
  kind: 'words',
  ours: ['2007'],
  poppler: ['2001'],
  ...changes,
})

describe('crosscheckText', () => {
  test('lists each difference in a line of a table, and sums up', () => {
    const differences = [
      difference({}),
      difference({ kind: 'spacing', ours: ['o', 'fficial'], poppler: ['official'] }),
      difference({ section: '2.1', ours: [] }),
    ]
    const text = crosscheckText({
      poppler: '22.12.0',
      documents: [{ document: 'nuvale.pdf', sections: 21, words: 400, differences }],
      notCompared: [{ document: 'broken.pdf', reason: 'The PDF is damaged.' }],
    })
    assert.deepEqual(text.split('\n'), [
      'document    section  kind     only in ours  only in poppler’s',
      'nuvale.pdf  1.2.1    words    2007          2001',
      'nuvale.pdf  1.2.1    spacing  o fficial     official',
      'nuvale.pdf  2.1      words                  2001',
      '',
      'Not compared: broken.pdf: The PDF is damaged.',
      'Compared 400 words in 21 sections of 1 document with poppler 22.12.0.',
      '3 differences in 2 sections: 2 of words, 1 of spacing alone.',
      '',
    ])
  })

  test('does not let a document steer the terminal', () => {
    const steering = difference({ ours: ['\u001b[31mred\u001b[0m'] })
    const documents = [{ document: 'nuvale.pdf', sections: 1, words: 1, differences: [steering] }]
    assert.ok(!crosscheckText({ poppler: '1', documents, notCompared: [] }).includes('\u001b'))
  })
})

describe('runCrosscheck', () => {
  test('without pdftotext ends with 3 and one sentence that says what to install', async () => {
    const { terminal, said } = listen()
    const stop = await stopOf(
      runCrosscheck(await specimenFolder('without'), options, terminal, async () => null),
    )
    assert.equal(stop.exitCode, 3)
    assert.match(stop.message, /^There is no pdftotext .* install poppler .*\.$/)
    assert.equal(said(), '')
  })

  test('a folder that is missing ends with 2, one without a PDF with 3', async () => {
    const { terminal } = listen()
    const find = async () => null
    assert.equal((await stopOf(runCrosscheck(join(folder, 'nowhere'), options, terminal, find))).exitCode, 2)
    const texts = join(folder, 'texts')
    await mkdir(texts)
    await writeFile(join(texts, 'a.txt'), 'no PDF')
    const stop = await stopOf(runCrosscheck(texts, options, terminal, find))
    assert.equal(stop.exitCode, 3)
    assert.match(stop.message, /holds no \.pdf file/)
  })

  test('a file that poppler cannot read is named, and ends with 1; where there is no other, with 3', async () => {
    const bad = await specimenFolder('bad')
    const find = async () => ({ version: '1', bboxLayout: async () => 'no layout' })
    const { terminal, said } = listen()
    assert.equal(await runCrosscheck(bad, options, terminal, find), 3)
    assert.match(said(), /^Not compared: nuvale\.pdf: pdftotext: no <doc>/)
  })

  test('compares a specimen with the poppler that is installed', { skip: Boolean(reason) }, async () => {
    const good = await specimenFolder('good')
    const { terminal, said } = listen()
    assert.equal(await runCrosscheck(good, { ...options, json: true }, terminal), 0)
    const report: { documents: { differences: object[]; words: number }[] } = JSON.parse(said())
    assert.deepEqual(report.documents[0]?.differences, [])
    await writeFile(join(good, 'broken.pdf'), '%PDF-1.4\nnothing that follows is a PDF\n')
    assert.equal(await runCrosscheck(good, options, terminal), 1)
    assert.match(said(), /Not compared: broken\.pdf: The PDF is damaged/)
  })
})
