import { type ContentLimits, type Derivation, type IssueCode, within } from '../../schemas/index.ts'

/**
 * A stretch of text in one font at one place. In a PDF lengths are points, measured from the left and the
 * bottom of the page. In a text file they are cells of a character grid: a character is 1 wide, a line
 * {@link GRID_EM} high, and `y` counts downwards from 0 into the negative.
 */
export interface TextRun {
  readonly text: string
  /** Left edge. */
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
  /** Font size, which is one em. */
  readonly size: number
  /** PostScript name of the font without its subset prefix; null if the file does not say. */
  readonly font: string | null
  readonly bold: boolean
  /** Degrees by which it is turned counter-clockwise from the lines of its page; left out where it is one of them. */
  readonly angle?: number
}

/** The em of the character grid: two cells, so that one space is half an em as in most fonts. */
export const GRID_EM = 2

/** Characters or runs closer than this, in em, are of one word; the thinnest spaces of justified text are wider. */
export const WORD_GAP_EM = 0.13

/** What begins this far, in em, before the end of the previous character or run overlaps it. */
export const OVERLAP_EM = 0.2

/** What a reader of a page should know. */
export interface PageRemark {
  readonly code: IssueCode
  readonly value: string
}

/** One page of positioned text. */
export interface Page {
  /** Counted from 1. */
  readonly number: number
  /** Whether positions are PDF points or cells of the character grid. */
  readonly unit: 'point' | 'cell'
  /** How its text was obtained. */
  readonly derivation: Derivation
  readonly width: number
  readonly height: number
  readonly runs: readonly TextRun[]
  readonly remarks?: readonly PageRemark[]
}

/** A page with remarks, if any. */
export const withRemarks = (page: Page, remarks: readonly PageRemark[]): Page =>
  remarks.length === 0 ? page : { ...page, remarks }

/** What a document says, page by page, before any reading of its layout. */
export interface ExtractedDocument {
  /** How its text was obtained; `ocr` where that is so on any page. */
  readonly derivation: Derivation
  readonly pages: readonly Page[]
  /** The program that made the file, where it says so. */
  readonly producer: string | null
}

/**
 * Counts the runs and the text of a document.
 * @throws LimitExceeded as soon as they exceed the limits
 */
export const makeTally = (limits: ContentLimits): ((run: TextRun) => void) => {
  let [runs, output] = [0, 0]
  return ({ text }) => {
    runs++
    output += text.length
    within(limits, 'runs', runs)
    within(limits, 'output', output)
  }
}
