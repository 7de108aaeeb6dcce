import { readRegularText } from '../io/regular-file.ts'
import { CorrectionsMalformed, type ListedCorrection, parseCorrections } from './parse-corrections.ts'

/** The largest corrections file that is read, in bytes. */
const MOST_BYTES = 20_000_000

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (!('code' in error)) return error.message
  return error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${String(error.code)})`
}

/**
 * Reads the corrections file.
 * @throws CorrectionsMalformed with a sentence that names the file and the line
 */
export const readCorrections = async (path: string): Promise<ListedCorrection[]> => {
  const text = await readRegularText(path, MOST_BYTES).catch((error: unknown) => {
    throw new CorrectionsMalformed(`The corrections file ${path} cannot be used: ${reasonOf(error)}.`)
  })
  try {
    return parseCorrections(text)
  } catch (error) {
    if (!(error instanceof CorrectionsMalformed)) throw error
    throw new CorrectionsMalformed(`The corrections file ${path} cannot be used: ${error.message}.`)
  }
}
