import { newDocument } from './new-document.ts'
import type { TextStyle } from './style.ts'

/** The width of a text in points. */
export type Measure = (text: string, style: TextStyle) => number

/** Measures text by the metrics of the standard fonts. */
export const makeMeasure = (): Measure => {
  const document = newDocument()
  return (text, style) => document.font(style.font).fontSize(style.size).widthOfString(text)
}
