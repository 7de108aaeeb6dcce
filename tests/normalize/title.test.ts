import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { findCountry } from '../../pipeline/normalize/country.ts'
import { readTitle } from '../../pipeline/normalize/title.ts'
import { placedLines } from '../lines.ts'

const read = (text: string) => readTitle(placedLines(text))

describe('a title', () => {
  it('is the words of the template, and the name below them', () => {
    assert.deepEqual(read('CYBERWELLNESS PROFILE\nREPUBLIC OF WISTREL'), {
      heading: 'CYBERWELLNESS PROFILE',
      nameLines: ['REPUBLIC OF WISTREL'],
    })
  })

  it('may have the name beside the words', () => {
    for (const text of [
      'CYBERWELLNESS PROFILE REPUBLIC OF WISTREL',
      'CYBERWELLNESS PROFILE: REPUBLIC OF WISTREL',
      'CYBERWELLNESS PROFILE – REPUBLIC OF WISTREL',
    ]) {
      assert.deepEqual(read(text), {
        heading: 'CYBERWELLNESS PROFILE',
        nameLines: ['REPUBLIC OF WISTREL'],
      })
    }
  })

  it('may have the words of the template on two lines', () => {
    assert.deepEqual(read('CYBERWELLNESS\nPROFILE\nREPUBLIC OF WISTREL'), {
      heading: 'CYBERWELLNESS PROFILE',
      nameLines: ['REPUBLIC OF WISTREL'],
    })
  })

  it('is known in spellings that copies have', () => {
    for (const heading of [
      'CYBER WELLNESS PROFILE',
      'Cyberwellness Country Profile',
      'CYBER-WELNESS  PROFILE',
    ]) {
      const printed = heading.replace(/\s+/g, ' ')
      assert.deepEqual(read(`${heading}\nWISTREL`), { heading: printed, nameLines: ['WISTREL'] })
    }
  })

  it('may have a name of several lines', () => {
    assert.deepEqual(read('CYBERWELLNESS PROFILE\nUNITED TOWERS\nOF WISTREL').nameLines, [
      'UNITED TOWERS',
      'OF WISTREL',
    ])
  })

  it('leaves the captions and addresses of flag pictures out', () => {
    const captions = [
      'Flag of Wistrel',
      'File:Wistrel flag.svg',
      'https://pictures.example/wistrel',
      'Wistrel.PNG',
      'Drapeau du Wistrel',
    ]
    assert.deepEqual(read(['CYBERWELLNESS PROFILE', ...captions, 'WISTREL'].join('\n')).nameLines, [
      'WISTREL',
    ])
  })

  it('may be missing: then every line may name the country', () => {
    assert.deepEqual(read('WISTREL\nA PROFILE'), { heading: null, nameLines: ['WISTREL', 'A PROFILE'] })
    assert.deepEqual(readTitle([]), { heading: null, nameLines: [] })
  })
})

describe('the country of a title', () => {
  const notes = ['Iceland has a law on computer crime.', 'Iceland has a response team.']

  it('stands between other lines, as below the name of the publisher', () => {
    const lines = 'Harbour Union\nGeneva, March 2015\nDRAFT\nCYBERWELLNESS PROFILE\nREPUBLIC OF\nICELAND'
    const { country } = findCountry(read(lines), 'x.pdf', [])
    assert.equal(country?.code, 'ISL')
    assert.equal(country?.source, 'title')
  })

  it('is that of the file name, then of most notes, where no line is a known name', () => {
    const title = read('CYBERWELLNESS PROFILE\nHarbour Union')
    const byFile = findCountry(title, 'iceland.pdf', [])
    assert.deepEqual([byFile.country?.code, byFile.issues[0]?.code], ['ISL', 'title_missing'])
    assert.equal(findCountry(title, 'x.pdf', [...notes, ...notes]).country?.source, 'notes')
    assert.equal(findCountry(title, 'x.pdf', notes).country, null)
  })
})
