import { type FetchSettings, fetchSettings } from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { describeError } from '../io/error-code.ts'
import { readRegularText } from '../io/regular-file.ts'
import { parseJson } from '../io/unambiguous-json.ts'

const MAX_SETTINGS_BYTES = 1_000_000

/**
 * Reads the settings of fetching from a JSON file; the schema has the defaults.
 * @throws CliError that names the file and the setting
 */
export const readSettings = async (path?: string): Promise<FetchSettings> => {
  if (path === undefined) return fetchSettings.parse({})
  try {
    return parseJson(await readRegularText(path, MAX_SETTINGS_BYTES), fetchSettings)
  } catch (error) {
    throw new CliError(EXIT.usage, `The settings ${path} cannot be used: ${describeError(error)}.`)
  }
}
