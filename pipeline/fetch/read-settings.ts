import { type FetchSettings, fetchSettings } from '../../schemas/index.ts'
import { readInputFile } from '../io/regular-file.ts'
import { parseJson } from '../io/unambiguous-json.ts'

/**
 * Reads the settings of fetching from a JSON file; the schema has the defaults.
 * @throws CliError that names the file and the setting
 */
export const readSettings = async (path?: string): Promise<FetchSettings> =>
  path === undefined
    ? fetchSettings.parse({})
    : readInputFile(path, 'settings', (text) => parseJson(text, fetchSettings))
