import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { inlineHeadings } from '../../../pipeline/extract/flowed-text/inline-headings.ts'

const found = (text: string): string[] => inlineHeadings(text).map(({ start, end }) => text.slice(start, end))

describe('a heading within a line', () => {
  it('ends where its name does, though capitals follow', () => {
    assert.deepEqual(found('None. 1.2.1 CIRT BELL-CERT works. 1.2.2 STANDARDS A rule holds.'), [
      '1.2.1 CIRT',
      '1.2.2 STANDARDS',
    ])
  })

  it('may have small letters, odd spaces, and a number on the line above', () => {
    assert.deepEqual(found('1. 1 .1 Criminal  legislation None. 1.1.2\nREGULATION AND\nCOMPLIANCE None.'), [
      '1. 1 .1 Criminal  legislation',
      '1.1.2\nREGULATION AND\nCOMPLIANCE',
    ])
  })

  it('may have a name that no entry of the catalogue has, in capitals and in order', () => {
    assert.deepEqual(found('1.2.3 CERTIFICATION None. 1.3.1 NATIONAL BELL POLICY There is one.'), [
      '1.2.3 CERTIFICATION',
      '1.3.1 NATIONAL BELL POLICY',
    ])
    assert.deepEqual(found('1.4.1 STANDARDISATION DEVELOPMENT See 1.3.1 NATO papers.'), [
      '1.4.1 STANDARDISATION DEVELOPMENT',
    ])
  })

  it('takes a stop behind its name along', () => {
    assert.deepEqual(found('1.2.1 CIRT. A team works. 1.2.2 STANDARDS: A rule holds.'), [
      '1.2.1 CIRT.',
      '1.2.2 STANDARDS:',
    ])
  })

  it('is no number of a law, a version or a sum', () => {
    assert.deepEqual(
      found('Law 21.1.1 POLICY, version 1.1.1 of the tool, 1.2 million users, article 1.1 LEGAL'),
      [],
    )
  })
})
