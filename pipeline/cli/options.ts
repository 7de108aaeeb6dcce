import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { LIMIT_NAMES, LIMITS, type LimitName, type Limits, USUAL_LIMITS } from '../../schemas/limits.ts'
import type { OcrMode } from '../extract/index.ts'
import { CliError, EXIT } from '../io/errors.ts'

const findInProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export const addOptions = (command: Command, options: readonly Option[]): Command => {
  for (const option of options) command.addOption(option)
  return command
}

/** A parser of whole numbers within bounds, both included. */
export const wholeNumber =
  (min: number, max = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= min && value <= max) return value
    const range = max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `from ${min} to ${max}`
    throw new InvalidArgumentError(`Give a whole number ${range}.`)
  }

const webAddress = (text: string): string => {
  const address = URL.parse(text)
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') {
    throw new InvalidArgumentError('Give a web address, such as https://data.example/cyberwellness/.')
  }
  return address.href
}

const isoDay = (text: string): string => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text
  throw new InvalidArgumentError('Give a day, such as 2026-01-31.')
}

/** Options that several commands share, or that need a parser. */
export const options = {
  input: (description = 'folders to search for .pdf and .txt files, or files') =>
    new Option('-i, --input <path...>', description),
  jobs: () =>
    new Option('-j, --jobs <number>', 'number of documents to read at the same time')
      .argParser(wholeNumber(1))
      .default(availableParallelism()),
  ocr: () =>
    new Option('--ocr <mode>', 'pages to read by OCR: none, those without readable text, or all')
      .choices(['off', 'auto', 'force'] satisfies readonly OcrMode[])
      .default('auto' satisfies OcrMode),
  reviewedItems: () => [
    new Option('--reviewed-items <file>', 'items that people read (CSV), see docs/corrections.md').default(
      findInProject('raw/reviewed-items.csv'),
      'raw/reviewed-items.csv of the project',
    ),
    new Option('--no-reviewed-items', 'publish only the items that the rules find'),
  ],
  lock: () => new Option('--lock <file>', 'the lock file').default('raw/sources.json'),
  settings: () =>
    new Option('--settings <file>', 'JSON file with addresses, limits and timeouts; see docs/fetching.md'),
  cache: () => [
    new Option('--cache <folder>', 'folder that keeps read documents for the next build').default(
      findInProject('.cache/documents'),
      '.cache/documents of the project',
    ),
    new Option('--no-cache', 'ignore the cache'),
  ],
  /** The queue; an environment variable keeps its password out of the list of processes. */
  queue: (description: string) =>
    new Option('--queue <url>', `${description}: redis://host:port, or rediss:// for TLS`).env(
      'CYBERWELLNESS_QUEUE',
    ),
  homepage: () =>
    new Option('--homepage <url>', 'web page of the release, for its metadata')
      .env('CYBERWELLNESS_HOMEPAGE')
      .argParser(webAddress),
  released: () =>
    new Option('--released <date>', 'day of publication (2026-01-31), for the metadata')
      .env('CYBERWELLNESS_RELEASED')
      .argParser(isoDay),
  limits: (names: readonly LimitName[] = LIMIT_NAMES) =>
    names.map((name) => {
      const limit = LIMITS[name]
      const { description, unit, usual } = limit
      return new Option(`--max-${name} <${unit}>`, description)
        .argParser(wholeNumber(1, 'max' in limit ? limit.max : undefined))
        .default(usual)
        .helpGroup('Limits for one document (it is rejected if it exceeds one):')
    }),
}

/** The limits that the options of a command give; the usual ones where it has no such option. */
export const readLimits = (given: Readonly<Record<string, unknown>>): Limits => {
  const limits: Record<LimitName, number> = { ...USUAL_LIMITS }
  for (const name of LIMIT_NAMES) {
    // `--max-time` arrives as `maxTime`
    const limit = given[`max${name.charAt(0).toUpperCase()}${name.slice(1)}`]
    if (typeof limit === 'number') limits[name] = limit
  }
  return limits
}

/**
 * The day of `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/); undefined if it is not set.
 * @throws CliError if it is not a number of seconds
 */
export const readSourceDate = (environment: NodeJS.ProcessEnv): string | undefined => {
  const epoch = environment['SOURCE_DATE_EPOCH']
  if (epoch === undefined || epoch === '') return undefined
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10)
  throw new CliError(EXIT.usage, `SOURCE_DATE_EPOCH is ${epoch}; it must be a number of seconds since 1970.`)
}
