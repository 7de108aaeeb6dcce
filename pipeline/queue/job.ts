import { hash } from 'node:crypto'
import { UnrecoverableError } from 'bullmq'
import { z } from 'zod'
import { boxes, documents, indicators, isDocumentOfFile, issue, items, review } from '../../schemas/index.ts'
import { type DocumentTask, digestCode, type FileReading, unpackText } from '../build/index.ts'

/**
 * The name of the queue. Workers and builds meet only where they run the same code, so a release holds nothing that
 * another version read differently.
 */
export const queueName = `cyberwellness-${digestCode()}`

/** What a result may unpack to: this, or a multiple of the size of the document. */
const MIN_UNPACKED_BYTES = 16 * 1024 * 1024
const MAX_UNPACKED_RATIO = 100

const limit = z.int().min(1)
const { sha256, media_type } = documents.row.shape

const jobSchema = z.strictObject({
  task: z.strictObject({
    facts: z.strictObject({ name: z.string(), sha256, mediaType: media_type }),
    options: z.strictObject({
      ocr: z.enum(['off', 'auto', 'force']),
      limits: z.strictObject({ pages: limit, runs: limit, output: limit }),
    }),
  }),
  bytes: z.base64(),
})

/** The id of a job: the same for the same work, so that work which is under way or done is not asked for again. */
const nameJob = (task: unknown): string => hash('sha256', JSON.stringify(task))

/** Makes the job for a task, with its bytes in base64. */
export const makeJob = ({ source: { bytes, ...facts }, options }: DocumentTask) => {
  const task = { facts, options }
  return { id: nameJob(task), data: { task, bytes: Buffer.from(bytes).toString('base64') } }
}

/**
 * The task of a job on the queue.
 * @throws UnrecoverableError if it is not one of ours, which is not tried again
 */
export const parseJob = (id: string | undefined, data: { readonly task?: unknown }): DocumentTask => {
  const parsed = jobSchema.safeParse(data)
  if (!parsed.success) throw new UnrecoverableError('this is not a job of this project')
  if (nameJob(data.task) !== id) throw new UnrecoverableError('the id of the job does not match its content')
  const { facts, options } = parsed.data.task
  const bytes = Buffer.from(parsed.data.bytes, 'base64')
  if (hash('sha256', bytes) !== facts.sha256)
    throw new UnrecoverableError('the bytes of the job do not match their SHA-256')
  return { source: { ...facts, bytes }, options }
}

const edge = z.number().nullable()

const rowsSchema = z.strictObject({
  document: documents.row,
  indicators: z.array(indicators.row),
  items: z.array(items.row),
  boxes: z.array(boxes.row),
  review: z.array(review.row),
  issues: z.array(issue),
  noteWords: z.array(
    z.strictObject({
      section_code: z.string(),
      lines: z.array(z.strictObject({ page: z.int(), x0: edge, y0: edge, x1: edge, y1: edge })),
      words: z.array(z.tuple([z.int(), z.int(), edge, edge])),
    }),
  ),
})

const number = z.number()
const runSchema = z.object({
  text: z.string(),
  x: number,
  y: number,
  width: number,
  size: number,
  font: z.string().nullable(),
  bold: z.boolean(),
})
const pagesSchema = z.array(
  z.object({
    number: z.int().min(1),
    unit: z.enum(['point', 'cell']),
    derivation: indicators.row.shape.derivation,
    width: number,
    height: number,
    runs: z.array(runSchema),
  }),
)

const resultSchema = z.strictObject({
  file: z.string(),
  rejected: z.array(issue),
  packed: z.array(z.strictObject({ rows: z.string(), pages: z.string() })),
})

/**
 * Checks that a result holds only rows and pages of the document that was asked for: other programs than our workers
 * may write to a queue.
 * @throws Error that says why it is refused
 */
export const parseResult = ({ source }: DocumentTask, result: unknown): FileReading => {
  const { name, sha256: digest } = source
  const reading = resultSchema.parse(JSON.parse(z.string().parse(result)))
  if (reading.file !== name || reading.rejected.some(({ document }) => document !== name)) {
    throw new Error('it belongs to another file')
  }
  if (reading.packed.length + reading.rejected.length === 0) throw new Error('it is empty')
  let maxBytes = Math.max(MIN_UNPACKED_BYTES, MAX_UNPACKED_RATIO * source.bytes.length)
  const unpack = <Value>(packed: string, schema: z.ZodType<Value>): Value => {
    const text = unpackText(packed, maxBytes)
    maxBytes = Math.max(1, maxBytes - text.length)
    return schema.parse(JSON.parse(text))
  }
  for (const { rows, pages } of reading.packed) {
    const { file_name, sha256: rowsDigest, document_id } = unpack(rows, rowsSchema).document
    unpack(pages, pagesSchema)
    if (file_name !== name || rowsDigest !== digest || !isDocumentOfFile(document_id, digest)) {
      throw new Error('its rows belong to another file')
    }
  }
  return reading
}
