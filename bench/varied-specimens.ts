import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawPdf } from '../raw/specimen/draw/draw-pdf.ts'
import type { Specimen, SpecimenSection } from '../raw/specimen/specimen.ts'
import { SPECIMENS } from '../raw/specimen/specimens.ts'

const withWords = (section: SpecimenSection, words: string): SpecimenSection => {
  const last = section.note.at(-1)
  return typeof last === 'string'
    ? { ...section, note: [...section.note.slice(0, -1), `${last} ${words}`] }
    : section
}

const varied = (specimen: Specimen, index: number): Specimen => ({
  ...specimen,
  sections: Object.fromEntries(
    Object.entries(specimen.sections).map(([code, section]) => [
      code,
      withWords(section, `This stands on sheet ${index} of the register.`),
    ]),
  ),
})

/** Writes so many profiles as PDF files, each a specimen with words of its own; gives their bytes in total. */
export const writeVariedSpecimens = async (folder: string, count: number): Promise<number> => {
  await mkdir(folder, { recursive: true })
  let bytes = 0
  for (let index = 0; index < count; index++) {
    const specimen = SPECIMENS[index % SPECIMENS.length]
    if (specimen === undefined) break
    const pdf = await drawPdf(varied(specimen, index))
    bytes += pdf.length
    await writeFile(join(folder, `profile-${String(index).padStart(6, '0')}.pdf`), pdf)
  }
  return bytes
}
