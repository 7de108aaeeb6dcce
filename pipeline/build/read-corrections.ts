import { readFile } from 'node:fs/promises'
import { CorrectionsMalformed, type ListedCorrection, parseCorrections } from './parse-corrections.ts'

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`
}

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CorrectionsMalformed('it is not text in UTF-8')
  }
}

/**
 * Reads the corrections file.
 * @throws CorrectionsMalformed with a sentence that names the file and the line
 */
export const readCorrections = async (path: string): Promise<ListedCorrection[]> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new CorrectionsMalformed(`The corrections file ${path} cannot be used: ${reasonOf(error)}.`)
  })
  try {
    return parseCorrections(decode(bytes))
  } catch (error) {
    if (!(error instanceof CorrectionsMalformed)) throw error
    throw new CorrectionsMalformed(`The corrections file ${path} cannot be used: ${error.message}.`)
  }
}
