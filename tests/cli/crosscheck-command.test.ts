import assert from 'node:assert/strict'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'vitest'
import { crosscheckText } from '../../pipeline/cli/crosscheck-command.ts'
import { findSpecimen } from '../build/in-process.ts'
import { makeTestFolder } from '../test-folder.ts'
import { run } from './run.ts'

const folder = makeTestFolder()

test('differences are listed by document and section, before the rate', () => {
  const place = { document: 'nuvale.pdf', section: '1.2.1' }
  const differences = [
    { ...place, kind: 'words', pdfium: ['2007'], pdfjs: ['2001'] },
    { ...place, kind: 'spacing', pdfium: ['o', 'fficial\u001b[2J'], pdfjs: ['official'] },
  ] as const
  const text = crosscheckText({
    documents: [{ document: 'nuvale.pdf', sections: 21, words: 400, differences: [...differences] }],
    notCompared: [{ document: 'broken.pdf', reason: 'The PDF is damaged.' }],
  })
  assert.deepEqual(text.split('\n'), [
    'nuvale.pdf 1.2.1',
    '  only PDFium: 2007',
    '  only pdf.js: 2001',
    'nuvale.pdf 1.2.1 (spacing)',
    '  only PDFium: o fficial',
    '  only pdf.js: official',
    'Not compared: broken.pdf: The PDF is damaged.',
    'Compared 1 document, 21 sections.',
    '397 of 402 words are the same in both engines (98.756 %).',
    '',
  ])
})

test('crosscheck ends with 1 if a file was not compared, with 3 if none was and with 2 without a folder', async () => {
  const write = (name: string, text: string) => writeFile(join(folder, name), text)
  await write('a.txt', 'not a PDF')
  assert.equal((await run('crosscheck', join(folder, 'nowhere'))).code, 2)
  assert.match((await run('crosscheck', folder)).err, /holds no \.pdf file/)
  await write('broken.pdf', '%PDF-1.4\nnothing that follows is a PDF\n')
  assert.equal((await run('crosscheck', folder)).code, 3)
  await cp(findSpecimen('nuvale'), join(folder, 'nuvale.pdf'))
  const { code, out } = await run('crosscheck', folder)
  assert.equal(code, 1)
  assert.match(
    out,
    /^Not compared: broken\.pdf: The PDF is damaged.*\nCompared 1 document, \d+ sections\.\n.* words are the same in both engines \(100\.000 %\)\.\n$/,
  )
  await rm(join(folder, 'broken.pdf'))
  const compared = await run('crosscheck', folder, '--json')
  assert.equal(compared.code, 0)
  assert.deepEqual(JSON.parse(compared.out).documents[0].differences, [])
})
