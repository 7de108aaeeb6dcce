import { expect, it } from 'vitest'
import { readTitle } from '../../pipeline/normalize/title.ts'
import { placedLines } from '../lines.ts'

const read = (text: string) => readTitle(placedLines(text))
const NAME = 'REPUBLIC OF WISTREL'

it.each([
  ['CYBERWELLNESS PROFILE\n', 'CYBERWELLNESS PROFILE'],
  ['CYBERWELLNESS PROFILE ', 'CYBERWELLNESS PROFILE'],
  ['CYBERWELLNESS PROFILE: ', 'CYBERWELLNESS PROFILE'],
  ['CYBERWELLNESS PROFILE – ', 'CYBERWELLNESS PROFILE'],
  ['CYBERWELLNESS\nPROFILE\n', 'CYBERWELLNESS PROFILE'],
  ['CYBER WELLNESS PROFILE\n', 'CYBER WELLNESS PROFILE'],
  ['Cyberwellness Country Profile\n', 'Cyberwellness Country Profile'],
  ['CYBER-WELNESS  PROFILE\n', 'CYBER-WELNESS PROFILE'],
])('a title %j has the name below or beside the words of the template', (words, heading) => {
  expect(read(`${words}${NAME}`)).toEqual({ heading, nameLines: [NAME] })
})

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
