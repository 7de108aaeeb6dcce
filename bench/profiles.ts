import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { at } from '../pipeline/io/at.ts'
import { drawPdf } from '../raw/specimen/draw/draw-pdf.ts'
import { SPECIMENS } from '../raw/specimen/specimens.ts'
import { MADE_UP_PROFILE } from '../tests/parse/made-up-profile.ts'

const formatGrouped = (value: number): string => value.toLocaleString('en-GB').replaceAll(',', ' ')

const nameProfile = (number: number): string => `profile-${String(number).padStart(6, '0')}`

/** Writes PDF profiles: the specimens over and over, each with a population of its own. Returns their bytes in all. */
export const writePdfProfiles = async (folder: string, count: number): Promise<number> => {
  await mkdir(folder, { recursive: true })
  let bytes = 0
  for (let number = 0; number < count; number++) {
    const specimen = at(SPECIMENS, number % SPECIMENS.length)
    const value = 1_000_000 + number
    const pdf = await drawPdf({ ...specimen, population: { printed: formatGrouped(value), value } })
    bytes += pdf.length
    await writeFile(join(folder, `${nameProfile(number)}.pdf`), pdf)
  }
  return bytes
}

const COUNTRIES = ['KINGDOM OF NORWAY', 'KINGDOM OF SWEDEN', 'REPUBLIC OF FINLAND', 'REPUBLIC OF CHAD']

/** Writes text profiles, which take far less time to make than PDFs. */
export const writeTextProfiles = async (folder: string, count: number): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (let number = 0; number < count; number++) {
    const text = MADE_UP_PROFILE.join('\n')
      .replace('REPUBLIC OF WISTREL', COUNTRIES[number % COUNTRIES.length] ?? '')
      .replace('12 300', formatGrouped(1_000_000 + number))
    await writeFile(join(folder, `${nameProfile(number)}.txt`), text)
  }
}
