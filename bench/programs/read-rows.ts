// Reads all PDFs of a folder to rows, one after the other in one process: `node read-rows.ts FOLDER`.
import { readDocument } from '../../pipeline/build/read-document.ts'
import { listSourceFiles, readSource } from '../../pipeline/fetch/index.ts'
import { contentLimits, USUAL_LIMITS } from '../../schemas/index.ts'

const options = { ocr: 'auto', limits: contentLimits(USUAL_LIMITS) } as const
for (const file of await listSourceFiles([process.argv[2] ?? '.'])) {
  const read = await readSource(file)
  if ('source' in read) await readDocument({ source: read.source, options, corrections: [] })
}
