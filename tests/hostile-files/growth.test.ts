import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { readDocument } from '../../pipeline/build/read-document.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'

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

/** Time may grow to this multiple where the length doubles: 4 would be its square. */
const MAX_GROWTH = 3.2
const NOISE_MS = 60

/** Processor time in which a profile with a note is read, in ms: the least of three times. */
const measure = async (note: string): Promise<number> => {
  const head = 'CYBERWELLNESS PROFILE\nICELAND\nBACKGROUND\nTotal Population: 5\n1.1.1 CRIMINAL LEGISLATION\n'
  const bytes = new TextEncoder().encode(`${head}${note}\n1.1.2 REGULATION AND COMPLIANCE\nNone.\n`)
  const origins = { sourceUrl: null, mirrorUrl: null, retrieved: null, captured: null }
  const source = { name: 'note', bytes, sha256: '0'.repeat(64), mediaType: 'text/plain', ...origins } as const
  const times: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const start = process.cpuUsage()
    await readDocument({ source, options: { ocr: 'off', limits: USUAL_LIMITS } })
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1_000)
  }
  return Math.min(...times)
}

describe('the time to read a note', () => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    it(`grows with its length for ${name}`, async () => {
      const text = (length: number): string => `There is ${shape.repeat(Math.ceil(length / shape.length))}`
      const [once, twice] = [await measure(text(CHARACTERS)), await measure(text(2 * CHARACTERS))]
      assert.ok(twice <= once * MAX_GROWTH + NOISE_MS, `${once} ms, then ${twice} ms`)
    })
  }
})
