// Reads all PDFs of a folder to rows, one after the other in one process: `node read-rows.ts FOLDER`.
import { readFile } from '../../pipeline/build/read-document.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'

for (const file of await listSourceFiles([process.argv[2] ?? '.'])) await readFile(file)
