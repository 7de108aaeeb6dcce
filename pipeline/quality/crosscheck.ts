import { readFile } from 'node:fs/promises'
import { diffArrays } from 'diff'
import type { Box } from '../../schemas/index.ts'
import type { DocumentResult } from '../build/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import { normaliseText, withoutListMark } from '../layout/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import { type PdfjsRun, readPdfjsText } from './pdfjs-text.ts'

/** A stretch of a note in which the two engines read different words. */
export interface Difference {
  readonly document: string
  readonly section: string
  /** `spacing`: the same letters, divided into words otherwise. */
  readonly kind: 'words' | 'spacing'
  /** Words that only PDFium gave. */
  readonly pdfium: readonly string[]
  /** Words that only pdf.js gave. */
  readonly pdfjs: readonly string[]
}

/** How the two engines agree on one document. */
export interface DocumentCheck {
  readonly document: string
  /** Number of notes that were compared. */
  readonly sections: number
  /** Number of words that PDFium gave in them. */
  readonly words: number
  readonly differences: readonly Difference[]
}

/** A document that was not compared, and why. */
export interface NotCompared {
  readonly document: string
  readonly reason: string
}

/** How the two engines agree on a folder. */
export interface CrosscheckReport {
  readonly documents: readonly DocumentCheck[]
  readonly notCompared: readonly NotCompared[]
}

const LONE_LIST_MARK = /^[-–—−‐‑•·▪■□◦●○►▸✓✔❖➢*\uf0a7\uf0b7\uf0d8\uf0fc\uf02d]$/u
const HYPHENS = /[-‐\u00ad]/gu
const HYPHEN_AT_END = /[-‐\u00ad]$/u

/** A larger gap between runs, as a share of the font size, is a space. */
const MIN_SPACE = 0.15

/** The words of a text in one spelling, without list marks. */
const splitWords = (text: string): string[] =>
  normaliseText(text)
    .split(/\s+/)
    .map(withoutListMark)
    .filter((word) => word !== '' && !LONE_LIST_MARK.test(word))

const outside = (value: number, from: number, to: number): number => Math.max(from - value, value - to, 0)

/** The line of a note that a run belongs to: of those at its height, the nearest. */
const findBox = (run: PdfjsRun, boxes: readonly Box[]): Box | undefined => {
  const middle = (run.x0 + run.x1) / 2
  const height = run.y + run.fontSize / 4
  const distance = (box: Box): number => outside(middle, box.x0, box.x1)
  const offset = (box: Box): number => Math.abs(height - (box.y0 + box.y1) / 2)
  return boxes
    .filter((box) => box.page === run.page && height >= box.y0 && height <= box.y1)
    .toSorted((left, right) => distance(left) - distance(right) || offset(left) - offset(right))[0]
}

const joinRuns = (runs: readonly PdfjsRun[]): string => {
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  for (const run of runs.toSorted((left, right) => left.x0 - right.x0)) {
    text += (run.x0 - end > MIN_SPACE * run.fontSize ? ' ' : '') + run.text
    end = run.x1
  }
  return text
}

/** The text of each section as pdf.js reads it, in the order of its lines. */
const textBySection = (runs: readonly PdfjsRun[], boxes: readonly Box[]): ReadonlyMap<string, string> => {
  const runsByBox = Map.groupBy(runs, (run) => findBox(run, boxes))
  const texts = new Map<string, string>()
  for (const box of boxes) {
    const line = joinRuns(runsByBox.get(box) ?? [])
    texts.set(box.section_code, `${texts.get(box.section_code) ?? ''} ${line}`)
  }
  return texts
}

/** The stretches in which two lists of words differ. A word that is divided at the end of a line is not a difference. */
export const compareWords = (
  pdfium: readonly string[],
  pdfjs: readonly string[],
): Pick<Difference, 'kind' | 'pdfium' | 'pdfjs'>[] => {
  const stretches: { pdfium: string[]; pdfjs: string[] }[] = []
  let isOpen = false
  for (const { added, removed, value } of diffArrays([...pdfium], [...pdfjs])) {
    if (!added && !removed) {
      isOpen = false
      continue
    }
    if (!isOpen) stretches.push({ pdfium: [], pdfjs: [] })
    isOpen = true
    stretches.at(-1)?.[removed ? 'pdfium' : 'pdfjs'].push(...value)
  }
  const letters = (words: readonly string[]): string => words.join('').replace(HYPHENS, '')
  return stretches.flatMap((stretch): readonly Pick<Difference, 'kind' | 'pdfium' | 'pdfjs'>[] => {
    if (letters(stretch.pdfium) !== letters(stretch.pdfjs)) return [{ kind: 'words', ...stretch }]
    return stretch.pdfjs.some((word) => HYPHEN_AT_END.test(word)) ? [] : [{ kind: 'spacing', ...stretch }]
  })
}

/**
 * Compares the notes of a document with the words that pdf.js finds on their lines. Background figures are left out,
 * because their notes are assembled from label, figure and source; so are notes without lines or a text layer.
 */
export const crosscheckDocument = (
  { document, indicators, boxes }: DocumentRows,
  runs: readonly PdfjsRun[],
): DocumentCheck => {
  const texts = textBySection(runs, boxes)
  const compared = indicators.flatMap(({ section_code, unit, note, derivation }) => {
    const text = texts.get(section_code)
    if (unit !== null || note === null || derivation === 'ocr' || text === undefined) return []
    return [{ section: section_code, pdfium: splitWords(note), pdfjs: splitWords(text) }]
  })
  return {
    document: document.file_name,
    sections: compared.length,
    words: compared.reduce((sum, { pdfium }) => sum + pdfium.length, 0),
    differences: compared.flatMap(({ section, pdfium, pdfjs }) =>
      compareWords(pdfium, pdfjs).map((difference) => ({
        document: document.file_name,
        section,
        ...difference,
      })),
    ),
  }
}

const tryPdfjs = async (
  path: string,
): Promise<{ readonly runs: readonly PdfjsRun[] } | { readonly reason: string }> => {
  try {
    return { runs: await readPdfjsText(await readFile(path)) }
  } catch (error) {
    return { reason: `pdf.js cannot read it: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Why a result cannot be compared; null if it can. */
const findObstacle = (result: DocumentResult): string | null => {
  if (result.rows === null) return result.issues.map(({ message }) => message).join(' ')
  return result.rows.document.media_type === 'application/pdf' ? null : 'It is not a PDF.'
}

/** Compares the words of every note with those that pdf.js, an independent engine, reads at its place. */
export const crosscheck = async (
  results: readonly DocumentResult[],
  files: readonly SourceFile[],
): Promise<CrosscheckReport> => {
  const paths = new Map(files.map(({ name, path }) => [name, path]))
  const documents: DocumentCheck[] = []
  const notCompared: NotCompared[] = []
  // a file may hold several profiles
  for (const [file, profiles] of Map.groupBy(results, (result) => result.file)) {
    const obstacles = profiles.map(findObstacle)
    const read = obstacles.includes(null) ? await tryPdfjs(paths.get(file) ?? file) : { runs: [] }
    for (const [index, { rows }] of profiles.entries()) {
      const obstacle = obstacles[index] ?? ('reason' in read ? read.reason : null)
      const checked = rows === null || 'reason' in read ? null : crosscheckDocument(rows, read.runs)
      if (obstacle !== null || checked === null || checked.sections === 0) {
        notCompared.push({ document: file, reason: obstacle ?? 'No note has a text layer.' })
      } else documents.push(checked)
    }
  }
  return { documents, notCompared }
}
