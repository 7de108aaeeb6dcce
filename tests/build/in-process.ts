import { fileURLToPath } from 'node:url'
import { type DocumentReader, rejectFault } from '../../pipeline/build/file-reading.ts'
import { readDocument } from '../../pipeline/build/read-document.ts'

/** Reads documents in the process of the tests, which takes a second less than to start one. */
export const IN_PROCESS: DocumentReader = {
  width: 1,
  read: (task) => readDocument(task).catch((error: unknown) => rejectFault(task.source.name, error)),
}

/** A cache that tests share, so that each sample is read once. */
export const TEST_CACHE = fileURLToPath(new URL('../../.cache/tests', import.meta.url))

/** The folder of the samples, and one of them. */
export const SPECIMENS = fileURLToPath(new URL('../../raw/specimen', import.meta.url))
export const findSpecimen = (name: string): string => `${SPECIMENS}/${name}.pdf`
