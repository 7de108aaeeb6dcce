import { resolve } from 'node:path'
import { Command } from 'commander'
import { EXIT } from '../io/cli-error.ts'
import type { Verification } from '../quality/verify.ts'
import { inputOption, reviewedItemsOptions } from './options.ts'
import type { CommandContext } from './terminal.ts'

interface VerifyOptions {
  readonly input: readonly string[]
  readonly corrections?: string
  readonly explorer: boolean
  readonly reviewedItems: string | false
}

const MAX_NAMED = 20

/** What came of building twice. */
export const verificationText = ({ files, bytes, differences, kept }: Verification): string => {
  if (kept === null) {
    const size = `${files} files, ${(bytes / 1_000_000).toFixed(1)} MB`
    return `The two releases are the same, byte for byte: ${size}.\n`
  }
  const lines = differences
    .slice(0, MAX_NAMED)
    .map((one) =>
      'only' in one ? `  ${one.name}: only in the ${one.only}` : `  ${one.name}: from byte ${one.at}`,
    )
  const rest = differences.length - lines.length
  return [
    `The two releases DIFFER in ${differences.length} files:`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    `Both are in ${kept}.`,
    '',
  ].join('\n')
}

/** Builds twice, in two environments, and says whether any byte differs; ends with 1 if one does. */
export const verifyCommand = ({ terminal, end }: CommandContext): Command => {
  const command = new Command('verify')
    .description('build twice, in two environments and folders, and compare all bytes')
    .addOption(inputOption().makeOptionMandatory())
    .option('--corrections <file>', 'as given to build')
    .option('--no-explorer', 'do not make the website')
  for (const option of reviewedItemsOptions()) command.addOption(option)
  return command.action(async ({ input, corrections, explorer, reviewedItems }: VerifyOptions) => {
    const { describeEnvironment, ENVIRONMENTS, verifyBuild } = await import('../quality/verify.ts')
    const { listSourceFiles } = await import('../fetch/index.ts')
    await listSourceFiles(input)
    terminal.err(`First:  ${describeEnvironment(ENVIRONMENTS.first)}.\n`)
    terminal.err(
      `Second: ${describeEnvironment(ENVIRONMENTS.second)}; from a copy of the code, without caches.\n`,
    )
    const verification = await verifyBuild({
      inputs: input,
      corrections: corrections ?? null,
      options: [
        ...(explorer ? [] : ['--no-explorer']),
        ...(reviewedItems === false ? ['--no-reviewed-items'] : ['--reviewed-items', resolve(reviewedItems)]),
      ],
    })
    terminal.out(verificationText(verification))
    end(verification.kept === null ? EXIT.good : EXIT.incomplete)
  })
}
