import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawPdf } from './draw/draw-pdf.ts'
import { expectedResult } from './expected-result.ts'
import { nameFile } from './file-name.ts'
import { formatJson } from './format-json.ts'
import { SPECIMENS } from './specimens.ts'

/** A specimen as files. */
export interface SpecimenFiles {
  /** Name without extension. */
  readonly name: string
  readonly pdf: Uint8Array
  /** What a careful reader takes from it, as JSON; made from the statuses that the content states by hand. */
  readonly expected: string
}

/** All specimens as files; the same bytes every time. */
export const specimenFiles = (): Promise<SpecimenFiles[]> =>
  Promise.all(
    SPECIMENS.map(async (specimen) => ({
      name: nameFile(specimen),
      pdf: await drawPdf(specimen),
      expected: formatJson(expectedResult(specimen)),
    })),
  )

/** Writes the PDFs to one folder and, where `expectedFolder` is given, the expected results to another. */
const writeSpecimens = async (folder: string, expectedFolder: string | undefined): Promise<void> => {
  const files = await specimenFiles()
  await mkdir(folder, { recursive: true })
  for (const { name, pdf } of files) await writeFile(join(folder, `${name}.pdf`), pdf)
  if (expectedFolder === undefined) return
  await mkdir(expectedFolder, { recursive: true })
  for (const { name, expected } of files) await writeFile(join(expectedFolder, `${name}.json`), expected)
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string' }, expected: { type: 'string' } } })
  const fixtures = join(import.meta.dirname, '../../tests/fixtures/specimen')
  const isDefault = values.out === undefined
  await writeSpecimens(
    values.out ?? import.meta.dirname,
    values.expected ?? (isDefault ? fixtures : undefined),
  )
}
