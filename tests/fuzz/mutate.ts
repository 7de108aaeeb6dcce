import type { Random } from './random.ts'

type Mutation = (text: string, random: Random, other: string) => string

const TOKEN = /\/?[\w.+-]+|<<|>>|\[|\]|\(|\)/g

/** What numbers and names are replaced by. */
const EXTREMES = [
  '0',
  '-1',
  '4294967296',
  '1e400',
  '-99999999999999999999',
  'NaN',
  'null',
  '/None',
  '[',
  '>>',
  '(',
  '1 0 R',
] as const

/** A place and a length in a text. */
const stretch = (text: string, random: Random, longest: number): readonly [number, number] => {
  const start = random.below(text.length + 1)
  return [start, Math.min(text.length, start + random.below(longest) + 1)]
}

const replaceAt = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end)

const flipBits: Mutation = (text, random) => {
  const bytes = Buffer.from(text, 'latin1')
  for (let flips = random.below(20) + 1; flips > 0 && bytes.length > 0; flips--) {
    const at = random.below(bytes.length)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at)
  }
  return bytes.toString('latin1')
}

const truncate: Mutation = (text, random) => text.slice(0, random.below(text.length + 1))

const remove: Mutation = (text, random) => {
  const [start, end] = stretch(text, random, 2_000)
  return replaceAt(text, start, end, '')
}

const repeat: Mutation = (text, random) => {
  const [start, end] = stretch(text, random, 2_000)
  return replaceAt(text, start, start, text.slice(start, end).repeat(random.below(5) + 1))
}

const splice: Mutation = (text, random, other) => {
  const [from, to] = stretch(other, random, 5_000)
  const [start, end] = stretch(text, random, 5_000)
  return replaceAt(text, start, end, other.slice(from, to))
}

/** Tokens from a place on; all of a document would take longer to find than to read. */
const tokensNear = (text: string, random: Random): readonly RegExpMatchArray[] => {
  const from = random.below(text.length + 1)
  return [...text.slice(from, from + 5_000).matchAll(TOKEN)].map((match) => {
    match.index = (match.index ?? 0) + from
    return match
  })
}

const swapTokens: Mutation = (text, random) => {
  const tokens = tokensNear(text, random)
  const [one, two] = [tokens[random.below(tokens.length)], tokens[random.below(tokens.length)]]
  if (one?.index === undefined || two?.index === undefined || one.index >= two.index) return text
  const behind = replaceAt(text, two.index, two.index + two[0].length, one[0])
  return replaceAt(behind, one.index, one.index + one[0].length, two[0])
}

const toExtreme: Mutation = (text, random) => {
  const tokens = tokensNear(text, random)
  const token = tokens[random.below(tokens.length)]
  if (token?.index === undefined) return text
  return replaceAt(text, token.index, token.index + token[0].length, random.of(EXTREMES))
}

/** Changes within the content of one stream. */
const editStream: Mutation = (text, random, other) => {
  const starts = [...text.matchAll(/[^d]stream\r?\n/g)].map(({ index, 0: found }) => index + found.length)
  const start = starts[random.below(starts.length)]
  if (start === undefined) return text
  const end = text.indexOf('endstream', start)
  if (end === -1) return text
  const change = random.of([flipBits, remove, repeat, swapTokens, toExtreme])
  return replaceAt(text, start, end, change(text.slice(start, end), random, other))
}

const MUTATIONS = [
  flipBits,
  truncate,
  remove,
  repeat,
  splice,
  swapTokens,
  toExtreme,
  editStream,
  editStream,
  editStream,
] as const satisfies readonly Mutation[]

/** A document changed in one to four ways; `other` is what parts of other documents are taken from. */
export const mutate = (bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array => {
  let text = Buffer.from(bytes).toString('latin1')
  const source = Buffer.from(other).toString('latin1')
  for (let changes = random.below(4) + 1; changes > 0; changes--) {
    text = random.of(MUTATIONS)(text, random, source)
  }
  return Buffer.from(text, 'latin1')
}
