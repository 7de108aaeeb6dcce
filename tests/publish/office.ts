import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** How Calc opens a CSV: its separator, the number of a language, and whether it looks for numbers and dates. */
export interface CsvImport {
  readonly separator: ',' | ';'
  readonly language: number
  readonly detectNumbers: boolean
}

export const AS_TEXT: CsvImport = { separator: ',', language: 0, detectNumbers: false }
export const GERMAN = 1031
export const ENGLISH = 1033

/** The options of Calc's CSV filter, by their places: quoted texts as texts, numbers, as shown, formulas, sheets. */
const importOptions = ({ separator, language, detectNumbers }: CsvImport): string =>
  `${separator.charCodeAt(0)},34,76,1,,${language},${!detectNumbers},${detectNumbers},false,false,false,1,true`
const EXPORT_OPTIONS = '44,34,76,1,,0,false,false,true,true,false,-1'

/** The sheets of a file as CSV with formulas, by file name, as LibreOffice Calc reads them; none where there is no Calc. */
export const convertByCalc = async (
  folder: string,
  name: string,
  options: CsvImport = AS_TEXT,
): Promise<ReadonlyMap<string, string>> => {
  const out = join(folder, `${name}.sheets`)
  const parameters = [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--headless',
    ...(name.endsWith('.csv') ? [`--infilter=CSV:${importOptions(options)}`] : []),
    ...['--convert-to', `csv:Text - txt - csv (StarCalc):${EXPORT_OPTIONS}`, '--outdir', out],
    join(folder, name),
  ]
  spawnSync('soffice', parameters, { stdio: 'ignore' })
  const names = await readdir(out).catch(() => [])
  return new Map(
    await Promise.all(names.map(async (file) => [file, await readFile(join(out, file), 'utf8')] as const)),
  )
}

/** Whether there is a Calc, which can open any file. */
export const hasCalc = async (folder: string): Promise<boolean> => {
  await writeFile(join(folder, 'control.csv'), 'a,b\n1,2\n')
  return (await convertByCalc(folder, 'control.csv')).size > 0
}
