import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import {
  boxes,
  DERIVATIONS,
  documents,
  ISSUE_CODES,
  indicators,
  isDocumentOfFile,
  issue,
  items,
  review,
} from '../../schemas/index.ts'
import { profileEntry } from '../build/index.ts'
import type { SourceFacts } from './job-data.ts'
import type { ReadResult } from './packed-result.ts'

/** A worker gave back something else than the result of the document that it was asked for. */
export class ResultRefused extends Error {
  override readonly name = 'ResultRefused'
}

const documentRows = z.strictObject({
  document: documents.row,
  indicators: z.array(indicators.row),
  items: z.array(items.row),
  boxes: z.array(boxes.row),
  review: z.array(review.row),
  issues: z.array(issue),
})

const run = z.strictObject({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  size: z.number(),
  font: z.string().nullable(),
  bold: z.boolean(),
  angle: z.number().optional(),
})

const extractedDocument = z.strictObject({
  derivation: z.enum(DERIVATIONS),
  producer: z.string().nullable(),
  pages: z.array(
    z.strictObject({
      number: z.int().min(1),
      unit: z.enum(['point', 'cell']),
      derivation: z.enum(DERIVATIONS),
      width: z.number(),
      height: z.number(),
      runs: z.array(run),
      remarks: z.array(z.strictObject({ code: z.enum(ISSUE_CODES), value: z.string() })).optional(),
    }),
  ),
})

const refuseUnless = (isAsItShould: boolean, what: string): void => {
  if (!isAsItShould) throw new ResultRefused(`the result of its worker is refused: ${what}`)
}

/** Parses what a text holds as JSON. */
const parsed = <Value>(schema: z.ZodType<Value>, text: string, what: string): Value => {
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    throw new ResultRefused(`the result of its worker is refused: ${what}`, { cause: error })
  }
}

/**
 * Lets a result pass whose texts hold rows of a release, of this very document, and nothing else: a queue may be written
 * to by others than our workers.
 * @throws ResultRefused
 */
export const checkResult = ({ name, sha256 }: SourceFacts, { reading, outdated, kept }: ReadResult): void => {
  refuseUnless(reading.file === name, 'it is of another file')
  refuseUnless(
    reading.setAside.every(({ document }) => document === name),
    'it has an issue of another file',
  )
  if (kept === null) {
    refuseUnless(outdated.length > 0 || reading.profiles.length === 0, 'it has no rows')
    return
  }
  const [first = '', ...lines] = kept.rows.split('\n')
  refuseUnless(
    isDeepStrictEqual(parsed(z.unknown(), first, 'its rows are none'), reading),
    'it disagrees with its rows',
  )
  const entries = lines.map((line, index) => {
    const rows = parsed(documentRows, line, `what it gives for profile ${index} are no rows`)
    const { document_id, file_name, sha256: digest } = rows.document
    refuseUnless(
      file_name === name && digest === sha256 && isDocumentOfFile(document_id, sha256),
      'its rows are of another file',
    )
    return profileEntry(rows, index)
  })
  refuseUnless(isDeepStrictEqual(entries, reading.profiles), 'its summary disagrees with its rows')
  if (kept.pages !== null) parsed(extractedDocument, kept.pages, 'its pages are none')
}
