import { describe, it } from 'vitest'
import { readDocument } from '../../pipeline/build/read-document.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { assertLinear } from './growth.ts'

/** Texts that took time by the square or the cube of their length, or overflowed the stack, at some time. */
const SHAPES: Readonly<Record<string, string>> = {
  'countries in one sentence': 'and France ',
  'names within names': 'of Xa ',
  'clauses with whose': 'whose ',
  'clauses with that': 'that ',
  'open quotes': '“Act ',
  'open brackets': '(the Act ',
  'near headings': '1.1.1 CRIMNAL LEGSLATION AND\n',
}

const CHARACTERS = 10_000

/** Reads a profile with a note. */
const readNote = (note: string) => {
  const head = 'CYBERWELLNESS PROFILE\nICELAND\nBACKGROUND\nTotal Population: 5\n1.1.1 CRIMINAL LEGISLATION\n'
  const bytes = new TextEncoder().encode(`${head}${note}\n1.1.2 REGULATION AND COMPLIANCE\nNone.\n`)
  const source = { name: 'note', bytes, sha256: '0'.repeat(64), mediaType: 'text/plain' } as const
  return readDocument({ source, options: { ocr: 'off', limits: USUAL_LIMITS } })
}

describe('the time to read a note', () => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    it(`grows with its length for ${name}`, () =>
      assertLinear(CHARACTERS, (length) =>
        readNote(`There is ${shape.repeat(Math.ceil(length / shape.length))}`),
      ))
  }

  it('grows with its length for words broken at line ends', () =>
    assertLinear(4 * CHARACTERS, (length) => readNote('a-\nb '.repeat(length / 5))))
})
