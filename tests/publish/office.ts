import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Separator, quote, UTF-8, first line, formats of columns, language, quote texts, detect numbers, as shown. */
const options = (sheets: '1' | '-1', columns: string): string =>
  `44,34,76,1,${columns},0,true,false,false,false,false,${sheets}`

/**
 * The sheets of a file as CSV, by the names of their files, as LibreOffice Calc reads them; none where there is no Calc.
 * @param columns how the columns of a CSV are taken: `1/2/2/2` for texts in the first two
 */
export const sheetsByCalc = async (
  folder: string,
  name: string,
  columns = '',
): Promise<ReadonlyMap<string, string>> => {
  const out = join(folder, `${name}.sheets`)
  const parameters = [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--headless',
    ...(name.endsWith('.csv') ? [`--infilter=CSV:${options('1', columns)}`] : []),
    '--convert-to',
    `csv:Text - txt - csv (StarCalc):${options('-1', '')}`,
    '--outdir',
    out,
    join(folder, name),
  ]
  spawnSync('soffice', parameters, { stdio: 'ignore' })
  const names = await readdir(out).catch(() => [])
  return new Map(
    await Promise.all(names.map(async (file) => [file, await readFile(join(out, file), 'utf8')] as const)),
  )
}

/** Whether there is a Calc: a file that every one opens tells. */
export const hasCalc = async (folder: string): Promise<boolean> => {
  await writeFile(join(folder, 'control.csv'), 'a,b\n1,2\n')
  return (await sheetsByCalc(folder, 'control.csv')).size > 0
}
