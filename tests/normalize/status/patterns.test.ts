import { describe, expect, it } from 'vitest'
import { PATTERNS, readNote } from '../../../pipeline/normalize/status/index.ts'
import { compilePattern } from '../../../pipeline/normalize/status/pattern.ts'
import { SECTIONS, type Section } from '../../../schemas/index.ts'
import { findSection, makeNote } from './decide.ts'

const asked: readonly Section[] = SECTIONS.filter(({ question }) => question !== 'figure')

const decidingPatterns = (sentence: string): Set<string | null> =>
  new Set(asked.flatMap((section) => readNote(makeNote(sentence), section, []).map(({ pattern }) => pattern)))

describe('the table of patterns', () => {
  it('names no pattern twice', () => {
    const names = PATTERNS.map(({ name }) => name)
    expect(names).toHaveLength(new Set(names).size)
  })

  for (const { name, examples, counterExamples } of PATTERNS) {
    it(`${name} decides its examples and leaves its counter-examples alone`, () => {
      expect(examples.length).toBeGreaterThan(0)
      expect(counterExamples.length).toBeGreaterThan(0)
      for (const example of examples) expect(decidingPatterns(example), example).toContain(name)
      for (const other of counterExamples) expect(decidingPatterns(other), other).not.toContain(name)
    })
  }

  it('refuses a shorthand that does not exist', () => {
    expect(() => compilePattern('{nonsense} law', findSection('1.1.1'))).toThrow(RangeError)
  })

  it('takes typographic quotes and accented letters for plain ones', () => {
    const [clause] = readNote(
      makeNote('The state doesn’t have any éducational program.'),
      findSection('1.4.2'),
      [],
    )
    expect(clause).toMatchObject({ signal: 'denial', sure: true })
  })
})
