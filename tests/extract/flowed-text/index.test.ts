import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { breakFlowedText } from '../../../pipeline/extract/flowed-text/index.ts'
import { parseProfile } from '../../../pipeline/parse/index.ts'
import { layoutOf } from '../../lines.ts'
import { MADE_UP_PROFILE } from '../../parse/made-up-profile.ts'

const oneLine = MADE_UP_PROFILE.join(' ')

const wrapped = (text: string, width: number): string =>
  text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')

const notesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...parseProfile(layoutOf(text)).sections.values()].map(({ code, lines }) => [
      code,
      lines.map((line) => line.text).join(' '),
    ]),
  )

describe('a text that lost its lines', () => {
  const expected = notesOf(MADE_UP_PROFILE.join('\n'))

  it('of one line reads as the lined text does', () => {
    assert.equal(Object.keys(expected).length, 21)
    assert.deepEqual(notesOf(oneLine), expected)
  })

  it('wrapped at any width reads as the lined text does', () => {
    for (const width of [40, 72, 100, 400])
      assert.deepEqual(notesOf(wrapped(oneLine, width)), expected, `${width}`)
  })

  it('with the wide gaps of columns kept reads as the lined text does', () => {
    assert.deepEqual(notesOf(MADE_UP_PROFILE.join('        ')), expected)
  })

  it('keeps every visible character', () => {
    assert.equal(breakFlowedText(oneLine).replace(/\s/g, ''), oneLine.replace(/\s/g, ''))
  })
})

describe('a text that has its lines', () => {
  it('is left as it is', () => {
    const lined = MADE_UP_PROFILE.join('\n')
    assert.equal(breakFlowedText(lined), lined)
  })

  it('without headings is left as it is, however long its lines', () => {
    const prose = `The bell rings - and rings. ${'On and on. '.repeat(60)}`
    assert.equal(breakFlowedText(prose), prose)
  })
})
