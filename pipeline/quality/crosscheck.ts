import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { diffArrays } from 'diff'
import { getDocument, Util, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../schemas/index.ts'
import type { DocumentResult } from '../build/index.ts'
import type { SourceFile } from '../fetch/index.ts'
import { describeError } from '../io/errors.ts'
import { normaliseText, withoutListMark } from '../layout/index.ts'
import type { DocumentRows } from '../normalize/index.ts'

const ASSETS = fileURLToPath(new URL('../../node_modules/pdfjs-dist', import.meta.url))

/**
 * Reads the text layer of a PDF with pdf.js, in points from the left and bottom of the page as it is shown. White space
 * between words is text of its own; `y` is the height of the baseline.
 * @throws the error of pdf.js if it cannot read the file
 */
export const readPdfjsText = async (bytes: Uint8Array) => {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${ASSETS}/cmaps/`,
    standardFontDataUrl: `${ASSETS}/standard_fonts/`,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const runs: { text: string; page: number; x0: number; x1: number; y: number; fontSize: number }[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      for (const item of items) {
        if (!('str' in item) || item.str === '') continue
        const [a, b, , , x, top] = Util.transform(viewport.transform, item.transform).map(Number)
        if (a === undefined || b === undefined || x === undefined || top === undefined) continue
        const place = { page: number, x0: x, x1: x + item.width, y: viewport.height - top }
        runs.push({ text: item.str, ...place, fontSize: Math.hypot(a, b) })
      }
      page.cleanup()
    }
    return runs
  } finally {
    await task.destroy()
  }
}

export type PdfjsText = Awaited<ReturnType<typeof readPdfjsText>>

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
const findBox = (run: PdfjsText[number], boxes: readonly Box[]): Box | undefined => {
  const middle = (run.x0 + run.x1) / 2
  const height = run.y + run.fontSize / 4
  const distance = (box: Box): number => outside(middle, box.x0, box.x1)
  const offset = (box: Box): number => Math.abs(height - (box.y0 + box.y1) / 2)
  return boxes
    .filter((box) => box.page === run.page && height >= box.y0 && height <= box.y1)
    .toSorted((left, right) => distance(left) - distance(right) || offset(left) - offset(right))[0]
}

const joinRuns = (runs: PdfjsText): string => {
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  for (const run of runs.toSorted((left, right) => left.x0 - right.x0)) {
    text += (run.x0 - end > MIN_SPACE * run.fontSize ? ' ' : '') + run.text
    end = run.x1
  }
  return text
}

/** The text of each section as pdf.js reads it, in the order of its lines. */
const textBySection = (runs: PdfjsText, boxes: readonly Box[]): ReadonlyMap<string, string> => {
  const runsByBox = Map.groupBy(runs, (run) => findBox(run, boxes))
  const texts = new Map<string, string>()
  for (const box of boxes) {
    const line = joinRuns(runsByBox.get(box) ?? [])
    texts.set(box.section_code, `${texts.get(box.section_code) ?? ''} ${line}`)
  }
  return texts
}

const joinLetters = (words: readonly string[]): string => words.join('').replace(HYPHENS, '')

/**
 * The stretches in which two lists of words differ; `spacing` means the same letters, divided otherwise. A word that is
 * divided at the end of a line is not a difference.
 */
export const compareWords = (pdfium: readonly string[], pdfjs: readonly string[]) => {
  const stretches: { pdfium: string[]; pdfjs: string[] }[] = [{ pdfium: [], pdfjs: [] }]
  for (const { added, removed, value } of diffArrays([...pdfium], [...pdfjs])) {
    if (!added && !removed) stretches.push({ pdfium: [], pdfjs: [] })
    else stretches.at(-1)?.[removed ? 'pdfium' : 'pdfjs'].push(...value)
  }
  return stretches.flatMap((stretch) => {
    const kind = joinLetters(stretch.pdfium) === joinLetters(stretch.pdfjs) ? 'spacing' : 'words'
    const isSame = stretch.pdfium.length === 0 || stretch.pdfjs.some((word) => HYPHEN_AT_END.test(word))
    return kind === 'spacing' && isSame ? [] : [{ kind, ...stretch } as const]
  })
}

/**
 * Compares the notes of a document with the words that pdf.js finds on their lines. Background figures are left out,
 * because their notes are assembled from label, figure and source; so are notes without lines or a text layer.
 */
export const crosscheckDocument = ({ document, indicators, boxes }: DocumentRows, runs: PdfjsText) => {
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
      compareWords(pdfium, pdfjs).map((found) => ({ document: document.file_name, section, ...found })),
    ),
  }
}

/** Compares the words of every note with those that pdf.js, an independent engine, reads at its place. */
export const crosscheck = async (results: readonly DocumentResult[], files: readonly SourceFile[]) => {
  const paths = new Map(files.map(({ name, path }) => [name, path]))
  const documents: ReturnType<typeof crosscheckDocument>[] = []
  const notCompared: { readonly document: string; readonly reason: string }[] = []
  // a file may hold several profiles
  for (const [file, profiles] of Map.groupBy(results, (result) => result.file)) {
    let runs: PdfjsText | null = null
    /** Compares a profile; returns why it cannot, if so. */
    const compare = async (result: DocumentResult): Promise<string | null> => {
      if (result.rows === null) return result.issues.map(({ message }) => message).join(' ')
      if (result.rows.document.media_type !== 'application/pdf') return 'It is not a PDF.'
      try {
        runs ??= await readPdfjsText(await readFile(paths.get(file) ?? file))
      } catch (error) {
        return `pdf.js cannot read it: ${describeError(error)}`
      }
      const checked = crosscheckDocument(result.rows, runs)
      if (checked.sections === 0) return 'No note has a text layer.'
      documents.push(checked)
      return null
    }
    for (const result of profiles) {
      const reason = await compare(result)
      if (reason !== null) notCompared.push({ document: file, reason })
    }
  }
  return { documents, notCompared }
}

export type CrosscheckReport = Awaited<ReturnType<typeof crosscheck>>
