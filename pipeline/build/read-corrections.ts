import { describeError } from '../io/error-code.ts'
import { readRegularText } from '../io/regular-file.ts'
import { CorrectionsMalformed, type ListedCorrection, parseCorrections } from './parse-corrections.ts'

/** The largest corrections file that is read, in bytes. */
const MOST_BYTES = 20_000_000

/**
 * Reads the corrections file.
 * @throws CorrectionsMalformed with a sentence that names the file and the line
 */
export const readCorrections = async (path: string): Promise<ListedCorrection[]> => {
  const text = await readRegularText(path, MOST_BYTES).catch((error: unknown) => {
    throw new CorrectionsMalformed(`The corrections file ${path} cannot be used: ${describeError(error)}.`)
  })
  try {
    return parseCorrections(text)
  } catch (error) {
    if (!(error instanceof CorrectionsMalformed)) throw error
    throw new CorrectionsMalformed(`The corrections file ${path} cannot be used: ${error.message}.`)
  }
}
