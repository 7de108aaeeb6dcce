import { type FetchSettings, fetchSettings } from '../../schemas/index.ts'
import { readRegularText } from '../io/regular-file.ts'
import { parseUnambiguousJson } from '../io/unambiguous-json.ts'

/** The largest settings file that is read, in bytes. */
const MOST_BYTES = 1_000_000

/** Settings that cannot be used; the message names the file and the setting. */
export class SettingsMalformed extends Error {
  override readonly name = 'SettingsMalformed'
}

/**
 * Reads the settings of fetching from a JSON file; what it does not name, or where none is given, is as the schema has it.
 * @throws SettingsMalformed
 */
export const readSettings = async (path?: string): Promise<FetchSettings> => {
  if (path === undefined) return fetchSettings.parse({})
  let value: unknown
  try {
    value = parseUnambiguousJson(await readRegularText(path, MOST_BYTES))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SettingsMalformed(`The settings ${path} cannot be read: ${reason}.`)
  }
  const result = fetchSettings.safeParse(value)
  if (result.success) return result.data
  const [first] = result.error.issues
  throw new SettingsMalformed(
    `The settings ${path} cannot be used: ${first?.path.join('.') || 'the file'}: ${first?.message}.`,
  )
}
