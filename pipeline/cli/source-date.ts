import { CliError, EXIT } from '../io/cli-error.ts'

const SECONDS = /^\d{1,11}$/

/**
 * The ISO day of `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/), in seconds since 1970;
 * undefined where it is not set.
 * @throws CliError where it is no such number
 */
export const sourceDate = (environment: NodeJS.ProcessEnv): string | undefined => {
  const seconds = environment['SOURCE_DATE_EPOCH']
  if (seconds === undefined || seconds === '') return undefined
  if (!SECONDS.test(seconds)) {
    throw new CliError(
      EXIT.usage,
      `SOURCE_DATE_EPOCH is ${seconds}; it must be a number of seconds since 1970.`,
    )
  }
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
}
