import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentResult } from '../../build/index.ts'
import { errorCode } from '../../io/error-code.ts'
import { compareDocument, type DocumentComparison } from './compare-document.ts'
import { gold } from './gold.ts'
import { type Scores, score } from './score.ts'

export type { Score, Scores } from './score.ts'
export { type ItemScore, type ItemScores, parseExpectedItems, scoreItems } from './score-items.ts'

const stem = (file: string): string => file.replace(/^.*\//, '').replace(/\.[^.]+$/, '')

/**
 * Scores documents against the gold files of the same name; documents without one are left out, and so are files that
 * bind several profiles, whose name is that of none.
 */
export const accuracy = async (results: readonly DocumentResult[], goldFolder: string): Promise<Scores> => {
  const single = [...Map.groupBy(results, (result) => result.file).values()].filter(
    (profiles) => profiles.length === 1,
  )
  const compared = await Promise.all(
    single.flat().map(async (result): Promise<DocumentComparison[]> => {
      let text: string
      try {
        text = await readFile(join(goldFolder, `${stem(result.file)}.json`), 'utf8')
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return []
        throw error
      }
      return [compareDocument(result.file, result.rows, gold.parse(JSON.parse(text)))]
    }),
  )
  return score(compared.flat())
}
