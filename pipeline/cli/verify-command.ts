import { resolve } from 'node:path'
import { listSourceFiles } from '../fetch/index.ts'
import { CliError, EXIT, type ExitCode } from '../io/cli-error.ts'
import {
  BuildFailed,
  SURROUNDINGS,
  surroundingsText,
  type Verification,
  verifyBuild,
} from '../quality/verify/index.ts'
import type { Terminal } from './terminal.ts'

/** The options of `cyberwellness verify`. */
export interface VerifyOptions {
  readonly input: readonly string[]
  readonly corrections?: string
  readonly reviewedItems: string | false
  readonly explorer: boolean
}

/** How many differences are named before the rest is only counted. */
const NAMED_AT_MOST = 20

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

/** What came of building twice, for a person. */
export const verificationText = ({ files, bytes, differences, kept }: Verification): string => {
  if (differences.length === 0) {
    return `The two releases are the same, byte for byte: ${files} files, ${megabytes(bytes)}.\n`
  }
  const lines = differences
    .slice(0, NAMED_AT_MOST)
    .map((one) =>
      'only' in one ? `  ${one.name}: only in the ${one.only}` : `  ${one.name}: from byte ${one.at} on`,
    )
  const rest = differences.length - lines.length
  return [
    `The two releases DIFFER in ${differences.length} of their files:`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    `Both lie in ${kept}.`,
    '',
  ].join('\n')
}

/** Builds twice, in two surroundings, and tells whether any byte differs; ends with 1 where one does. */
export const runVerify = async (options: VerifyOptions, terminal: Terminal): Promise<ExitCode> => {
  terminal.err(`First:  ${surroundingsText(SURROUNDINGS.first)}.\n`)
  terminal.err(`Second: ${surroundingsText(SURROUNDINGS.second)}; from a copy of the code, without caches.\n`)
  const request = {
    inputs: options.input,
    corrections: options.corrections ?? null,
    more: [
      ...(options.explorer ? [] : ['--no-explorer']),
      ...(options.reviewedItems === false
        ? ['--no-reviewed-items']
        : ['--reviewed-items', resolve(options.reviewedItems)]),
    ],
  }
  await listSourceFiles(options.input)
  const verification = await verifyBuild(request).catch((error: unknown) => {
    if (error instanceof BuildFailed) throw new CliError(EXIT.nothing, error.message)
    throw error
  })
  terminal.out(verificationText(verification))
  return verification.differences.length === 0 ? EXIT.good : EXIT.incomplete
}
