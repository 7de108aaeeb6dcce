import { extractText } from '../pipeline/extract/extract-text.ts'
import { type Layout, layout, type PlacedLine } from '../pipeline/layout/index.ts'

/** A text file as layout sees it. */
export const makeLayout = (text: string): Layout => layout(extractText(new TextEncoder().encode(text)).pages)

/** The lines of a text file in reading order. */
export const placedLines = (text: string): readonly PlacedLine[] => makeLayout(text).lines
