import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawPdf } from '../raw/specimen/draw/draw-pdf.ts'
import { SPECIMENS } from '../raw/specimen/specimens.ts'
import { MADE_UP_PROFILE } from '../tests/parse/made-up-profile.ts'

const grouped = (value: number): string => value.toLocaleString('en-GB').replaceAll(',', ' ')

/** Writes so many profiles as PDFs: the specimens over and over, each with a population of its own. */
export const writeProfiles = async (folder: string, count: number): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (let number = 0; number < count; number++) {
    const specimen = SPECIMENS[number % SPECIMENS.length]
    if (!specimen) return
    const value = 1_000_000 + number
    const pdf = await drawPdf({ ...specimen, population: { printed: grouped(value), value } })
    await writeFile(join(folder, `profile-${String(number).padStart(6, '0')}.pdf`), pdf)
  }
}

const COUNTRIES = ['KINGDOM OF NORWAY', 'KINGDOM OF SWEDEN', 'REPUBLIC OF FINLAND', 'REPUBLIC OF CHAD']

/** Writes so many profiles as text files, which take far less time to make than PDFs. */
export const writeTextProfiles = async (folder: string, count: number): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (let number = 0; number < count; number++) {
    const text = MADE_UP_PROFILE.join('\n')
      .replace('REPUBLIC OF WISTREL', COUNTRIES[number % COUNTRIES.length] ?? '')
      .replace('12 300', grouped(1_000_000 + number))
    await writeFile(join(folder, `profile-${String(number).padStart(6, '0')}.txt`), text)
  }
}
