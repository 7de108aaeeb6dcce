import type { PlacedLine } from '../layout/index.ts'
import { findSimilar } from '../parse/index.ts'

/** One background figure as printed. */
export interface PrintedFigure {
  /** What is printed behind the label, without the source. */
  readonly printed: string
  /** Label, figure and source, verbatim. */
  readonly note: string
  /** The source in its brackets; null if none is printed. */
  readonly source: string | null
  readonly lines: readonly PlacedLine[]
}

/** The labels, by the unit of their figures: as a pattern, and in the template's words for those that OCR misread. */
const LABELS = {
  persons: { pattern: /Total\s+Population\s*[:;]*(?:\s*:)*/i, words: 'Total Population:' },
  percent: {
    pattern: /Internet\s+users\s*,?\s*percentage\s+of\s+(?:the\s+)?population\s*[:;]*/i,
    words: 'Internet users, percentage of population:',
  },
} as const
type LabelName = keyof typeof LABELS

/** A label of two lines in a column, whose second line is behind what is beside the first. */
const SPLIT_LABEL =
  /(users,(?: percentage)?(?: of)?) (\d.{0,120}?) ((?:percentage )?(?:of )?(?<!total )population:)/i

/** Part of the characters of a label that may be misread. */
const MAX_MISREAD_SHARE = 0.15

/** Where a label begins and ends, exact or misread. */
const findLabel = (text: string, name: LabelName): { start: number; end: number } | null => {
  const { pattern, words } = LABELS[name]
  const match = pattern.exec(text)
  if (match) return { start: match.index, end: match.index + match[0].length }
  const place = findSimilar(text, words, Math.floor(words.length * MAX_MISREAD_SHARE))
  if (!place) return null
  return { start: place.start, end: text.length - text.slice(place.end).replace(/^[\s:;.]*/, '').length }
}

/** OCR reads other brackets for round ones. */
const SOURCE = /[([{]\s*data\s+source\s*:[^)\]}]*[)\]}]?/gi

const SOURCE_START = /[([{]\s*data\s+source/i

/** Where a figure ends: at the next label or at a source. */
const findFigureEnd = (text: string): number => {
  const stops = [
    findLabel(text, 'persons')?.start,
    findLabel(text, 'percent')?.start,
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

type Span = readonly [start: number, end: number]

/** The lines, joined by single spaces in the text, that hold any part of the spans. */
const findLines = (lines: readonly PlacedLine[], spans: readonly Span[]): PlacedLine[] => {
  let next = 0
  return lines.filter(({ text }) => {
    const from = next
    next += text.length + 1
    return spans.some(([start, end]) => from < end && from + text.length > start)
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
  const behind = text.slice(label.end)
  const figure = behind.slice(0, findFigureEnd(behind)).trimEnd()
  const spans: Span[] = [[label.start, label.end + figure.length]]
  if (source !== undefined) spans.push([text.indexOf(source), text.indexOf(source) + source.length])
  return {
    printed: figure.trim(),
    source: source ?? null,
    note: [text.slice(label.start, label.end).trim(), figure.trim(), source].filter(Boolean).join(' '),
    lines: findLines(lines, spans),
  }
}

/** The two background figures, in whatever order columns and lines bring labels, figures and sources. */
export const backgroundFigures = (
  lines: readonly PlacedLine[],
): Readonly<Record<LabelName, PrintedFigure | null>> => {
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .replace(SPLIT_LABEL, '$1 $3 $2')
  const [populationSource, internetSource] = pairSources(text)
  return {
    persons: readFigure(text, 'persons', populationSource, lines),
    percent: readFigure(text, 'percent', internetSource, lines),
  }
}
