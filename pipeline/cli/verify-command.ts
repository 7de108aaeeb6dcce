import { resolve } from 'node:path'
import { Command } from 'commander'
import { EXIT } from '../io/errors.ts'
import type { Verification } from '../quality/verify.ts'
import { addOptions, options } from './options.ts'
import { type CommandContext, sayOn } from './terminal.ts'
import { listFirst } from './terminal-text.ts'

interface VerifyOptions {
  readonly input: readonly string[]
  readonly corrections?: string
  readonly explorer: boolean
  readonly reviewedItems: string | false
}

export const verificationText = ({ files, bytes, differences, kept }: Verification): string => {
  if (kept === null) {
    return `The two releases are the same, byte for byte: ${files} files, ${(bytes / 1_000_000).toFixed(1)} MB.\n`
  }
  const lines = differences.map(({ name, only }) => `  ${name}${only ? `: only in the ${only}` : ''}`)
  return [
    `The two releases DIFFER in ${differences.length} files:`,
    ...listFirst(lines),
    `Both are in ${kept}.`,
    '',
  ].join('\n')
}

/** Builds twice, in two environments, and prints whether any byte differs; ends with 1 if one does. */
export const verifyCommand = ({ terminal, end }: CommandContext): Command =>
  addOptions(
    new Command('verify')
      .description('build twice, in two environments and folders, and compare all bytes')
      .addOption(options.input().makeOptionMandatory())
      .option('--corrections <file>', 'as given to build')
      .option('--no-explorer', 'do not make the website'),
    options.reviewedItems(),
  ).action(async ({ input, corrections, explorer, reviewedItems }: VerifyOptions) => {
    const { describeEnvironment, ENVIRONMENTS, verifyBuild } = await import('../quality/verify.ts')
    const { listSourceFiles } = await import('../fetch/index.ts')
    await listSourceFiles(input)
    sayOn(terminal)(
      `First:  ${describeEnvironment(ENVIRONMENTS.first)}.`,
      `Second: ${describeEnvironment(ENVIRONMENTS.second)}; from a copy of the code, without caches.`,
    )
    const verification = await verifyBuild(input, [
      ...(corrections === undefined ? [] : ['--corrections', resolve(corrections)]),
      ...(explorer ? [] : ['--no-explorer']),
      ...(reviewedItems === false ? ['--no-reviewed-items'] : ['--reviewed-items', resolve(reviewedItems)]),
    ])
    terminal.out(verificationText(verification))
    end(verification.kept === null ? EXIT.good : EXIT.incomplete)
  })
