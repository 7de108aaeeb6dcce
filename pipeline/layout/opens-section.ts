import { PARENT_HEADINGS } from '../../schemas/index.ts'
import { type Line, segmentsOf } from './line.ts'

/** A numbered heading never belongs to a column. */
const OUTLINE_NUMBER = /^-?\s*\d(?:\s?\.\s?\d){1,2}\.?\s*(?=[A-Z]{2})|^\d\.\s+[A-Z]{4}/

/** An outline number and a name in letters of any case, which are a heading where they are bold. */
const OUTLINE_NAME = /^\d(?:\s?\.\s?\d){1,2}\.?\s+[A-Z]/

const chapters = Object.entries(PARENT_HEADINGS).filter(([code]) => code.length === 1)

/** The number and the name of a chapter, in letters of any case. */
const CHAPTER = new RegExp(`^(?:${chapters.map(([code, name]) => `${code}\\.?\\s+${name}`).join('|')})$`, 'i')

/** What a heading without a number looks like where it is bold: a few words in capitals. */
const CAPITALS = /^\p{Lu}[\p{Lu}\s&/’'(),-]{3,60}$/u

/** Whether a line looks like a heading with a number. */
export const opensNumbered = ({ text, bold, words }: Line): boolean =>
  OUTLINE_NUMBER.test(text) ||
  CHAPTER.test(text) ||
  ((bold || words[0]?.bold === true) && OUTLINE_NAME.test(text))

/** Whether a line looks like a heading, which never belongs to a column. */
export const opensSection = (line: Line): boolean =>
  opensNumbered(line) || (line.bold && CAPITALS.test(line.text) && segmentsOf(line).length === 1)
