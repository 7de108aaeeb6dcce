import type { PlacedLine } from '../layout/index.ts'
import { findSimilar } from '../parse/index.ts'

/** One background figure as printed. */
export interface PrintedFigure {
  /** What is printed behind the label, without the source. */
  readonly printed: string
  /** Label, figure and source, verbatim. */
  readonly note: string
  /** The source in its brackets; null where none is printed. */
  readonly source: string | null
  readonly lines: readonly PlacedLine[]
}

const LABELS = {
  population: /Total\s+Population\s*[:;]*(?:\s*:)*/i,
  internetUsers: /Internet\s+users\s*,?\s*percentage\s+of\s+(?:the\s+)?population\s*[:;]*/i,
} as const

/** The labels in the template's words, for those that OCR misread. */
const LABEL_WORDS = {
  population: 'Total Population:',
  internetUsers: 'Internet users, percentage of population:',
} as const

/** Part of the characters of a label that may be misread. */
const MISREAD_SHARE = 0.15

type LabelName = keyof typeof LABELS

/** Where a label begins and ends, exact or misread. */
const findLabel = (text: string, name: LabelName): { start: number; end: number } | null => {
  const match = LABELS[name].exec(text)
  if (match) return { start: match.index, end: match.index + match[0].length }
  const words = LABEL_WORDS[name]
  const place = findSimilar(text, words, Math.floor(words.length * MISREAD_SHARE))
  const behind = place ? /^[\s:;.]*/.exec(text.slice(place.end))?.[0].length : undefined
  return place && { start: place.start, end: place.end + (behind ?? 0) }
}

/** OCR reads other brackets for round ones. */
const SOURCE = /[([{]\s*data\s+source\s*:[^)\]}]*[)\]}]?/gi

const SOURCE_START = /[([{]\s*data\s+source/i

/** Where a figure ends: at the next label or at a source. */
const figureEnd = (text: string): number => {
  const stops = [
    findLabel(text, 'population')?.start,
    findLabel(text, 'internetUsers')?.start,
    SOURCE_START.exec(text)?.index,
  ].filter((stop) => stop !== undefined)
  return Math.min(text.length, ...stops)
}

const isInternetSource = (source: string | undefined): boolean => /\bITU\b|internet/i.test(source ?? '')

/** The sources of population and internet users; where both follow both figures, each goes to its own. */
const pairSources = (text: string): readonly [string | undefined, string | undefined] => {
  const [first, second] = (text.match(SOURCE) ?? []).map((source) => source.trim())
  const swapped = second !== undefined && isInternetSource(first) && !isInternetSource(second)
  if (swapped) return [second, first]
  return second === undefined && isInternetSource(first) ? [undefined, first] : [first, second]
}

/** The lines, joined by single spaces, that hold any part of a stretch of the joined text. */
const linesWithin = (lines: readonly PlacedLine[], start: number, end: number): PlacedLine[] => {
  let at = 0
  return lines.filter((line) => {
    const from = at
    at += line.text.length + 1
    return from < end && from + line.text.length > start
  })
}

const readFigure = (
  text: string,
  name: LabelName,
  source: string | undefined,
  lines: readonly PlacedLine[],
): PrintedFigure | null => {
  const label = findLabel(text, name)
  if (!label) return null
  const begin = label.end
  const end = begin + figureEnd(text.slice(begin))
  const printed = text.slice(begin, end).trim()
  const sourceAt = source === undefined ? -1 : text.indexOf(source)
  const figureLines = linesWithin(lines, label.start, begin + text.slice(begin, end).trimEnd().length)
  const sourceLines =
    source === undefined || sourceAt === -1 ? [] : linesWithin(lines, sourceAt, sourceAt + source.length)
  return {
    printed,
    source: source ?? null,
    note: [`${text.slice(label.start, label.end).trim()} ${printed}`.trim(), source]
      .filter(Boolean)
      .join(' '),
    lines: lines.filter((line) => figureLines.includes(line) || sourceLines.includes(line)),
  }
}

/** The two background figures, in whatever order columns and lines bring labels, figures and sources. */
export const backgroundFigures = (
  lines: readonly PlacedLine[],
): Readonly<Record<LabelName, PrintedFigure | null>> => {
  const text = lines.map((line) => line.text).join(' ')
  const [populationSource, internetSource] = pairSources(text)
  return {
    population: readFigure(text, 'population', populationSource, lines),
    internetUsers: readFigure(text, 'internetUsers', internetSource, lines),
  }
}
