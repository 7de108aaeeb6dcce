import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocuments } from '../../pipeline/build/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { PATTERNS, readNote } from '../../pipeline/normalize/index.ts'
import { accuracy } from '../../pipeline/quality/accuracy.ts'
import { parseExpectedItems, scoreItems } from '../../pipeline/quality/score-items.ts'
import { sectionByCode } from '../../schemas/index.ts'

// Prints how many clauses each status pattern decides, in the reference profiles (where their folder is there) and in
// the test notes. With the reference it also renews the figures of the codebook in rule-accuracy.json and item-accuracy.json.

const project = fileURLToPath(new URL('../..', import.meta.url))
const reference = process.env['REFERENCE'] ?? join(project, '../shared/reference')

type Counts = Map<string, number>

const countClauses = (counts: Counts, code: string, text: string): void => {
  const section = sectionByCode(code)
  if (!section) return
  const note = { text, entries: [{ start: 0, end: text.length, marked: false, lines: [] }] }
  for (const { pattern } of readNote(note, section, [])) {
    if (pattern !== null) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
}

const inReference: Counts = new Map()
if (existsSync(join(reference, 'text'))) {
  const files = await listSourceFiles([join(reference, 'text')])
  const results = await readDocuments(files, { jobs: availableParallelism() })
  for (const { rows } of results) {
    for (const { section_code, note } of rows?.indicators ?? []) {
      if (note !== null) countClauses(inReference, section_code, note)
    }
  }
  const { rules } = await accuracy(results, join(reference, 'gold'))
  await writeFile(join(project, '.ci/generate/rule-accuracy.json'), `${JSON.stringify(rules, null, 2)}\n`)
  const expected = parseExpectedItems(await readFile(join(reference, 'items.tsv'), 'utf8'))
  const { kinds } = scoreItems(results, expected)
  await writeFile(join(project, '.ci/generate/item-accuracy.json'), `${JSON.stringify(kinds, null, 2)}\n`)
} else {
  process.stdout.write(`No reference profiles in ${reference}; set REFERENCE to their folder.\n`)
}

const inTests: Counts = new Map()
const notes = await readFile(join(project, 'tests/normalize/status/notes.txt'), 'utf8')
for (const line of notes.split('\n')) {
  const [code = '', , text = ''] = line.split('|')
  if (text !== '') countClauses(inTests, code, text)
}

process.stdout.write(`${'pattern'.padEnd(28)} reference  tests\n`)
for (const { name } of PATTERNS) {
  const counts = [inReference.get(name) ?? 0, inTests.get(name) ?? 0]
  const unused = counts.every((count) => count === 0) ? '  decides nothing: delete it' : ''
  process.stdout.write(
    `${name.padEnd(28)} ${String(counts[0]).padStart(9)} ${String(counts[1]).padStart(6)}${unused}\n`,
  )
}
