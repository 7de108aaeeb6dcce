import { expect, it } from 'vitest'
import { readTitle } from '../../pipeline/normalize/title.ts'
import { readCases } from '../case-file.ts'
import { placedLines } from '../lines.ts'

const read = (text: string) => readTitle(placedLines(text))

it.each(readCases(import.meta.url, 'with a name below or beside them'))(
  'a title %j has the words %j',
  (text, heading) => {
    expect(read(text)).toEqual({ heading, nameLines: ['REPUBLIC OF WISTREL'] })
  },
)

it('a name may take several lines', () => {
  expect(read('CYBERWELLNESS PROFILE\nUNITED STATES\nOF WISTREL').nameLines).toEqual([
    'UNITED STATES',
    'OF WISTREL',
  ])
})

it('captions and addresses of flag pictures are left out', () => {
  const captions = [
    'Flag of Wistrel',
    'File:Wistrel flag.svg',
    'https://pictures.example/wistrel',
    'Wistrel.PNG',
    'Drapeau du Wistrel',
  ]
  expect(read(['CYBERWELLNESS PROFILE', ...captions, 'WISTREL'].join('\n')).nameLines).toEqual(['WISTREL'])
})

it('without the words of the template every line may name the country', () => {
  expect(read('WISTREL\nA PROFILE')).toEqual({ heading: null, nameLines: ['WISTREL', 'A PROFILE'] })
  expect(readTitle([])).toEqual({ heading: null, nameLines: [] })
})
