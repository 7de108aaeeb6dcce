import { type Line, segmentsOf } from './line.ts'

/** A numbered heading never belongs to a column. */
const OUTLINE_NUMBER = /^-?\s*\d(?:\s?\.\s?\d){1,2}\.?\s*(?=[A-Z]{2})|^\d\.\s+[A-Z]{4}/

/** An outline number and a name in letters of any case, which only a bold line has as its heading. */
const OUTLINE_NAME = /^\d(?:\s?\.\s?\d){1,2}\.?\s+[A-Z]/

/** What a heading without a number looks like where it is bold: a few words in capitals. */
const CAPITALS = /^\p{Lu}[\p{Lu}\s&/’'(),-]{3,60}$/u

/** Whether a line looks like a heading with a number. */
export const opensNumbered = (line: Pick<Line, 'text' | 'bold'>): boolean =>
  OUTLINE_NUMBER.test(line.text) || (line.bold && OUTLINE_NAME.test(line.text))

/** Whether a line looks like a heading, which never belongs to a column. */
export const opensSection = (line: Line): boolean =>
  opensNumbered(line) || (line.bold && CAPITALS.test(line.text) && segmentsOf(line).length === 1)
