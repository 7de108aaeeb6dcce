import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'

const COUNTRIES = ['NORWAY', 'SWEDEN', 'DENMARK', 'FINLAND', 'ICELAND', 'ESTONIA', 'LATVIA', 'LITHUANIA']

/** Writes text profiles, each of other words, and a text that is no profile. */
export const writeMadeUpInput = async (folder: string, count: number): Promise<void> => {
  for (const index of Array.from({ length: count }).keys()) {
    const text = MADE_UP_PROFILE.join('\n')
      .replace('REPUBLIC OF WISTREL', COUNTRIES[index % COUNTRIES.length] ?? '')
      .replaceAll('Wistrel', `Wistrel ${index}`)
    await writeFile(join(folder, `profile-${String(index).padStart(5, '0')}.txt`), text)
  }
  await writeFile(join(folder, 'no-profile.txt'), 'This text is about something else.\n')
}
