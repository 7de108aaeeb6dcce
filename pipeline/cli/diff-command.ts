import { Command } from 'commander'
import { EXIT } from '../io/errors.ts'
import { type CommandContext, writeJson } from './terminal.ts'

/** Prints what changed from one release to the next; ends with 1 if anything did. */
export const diffCommand = ({ terminal, end }: CommandContext): Command =>
  new Command('diff')
    .description('compare two releases: columns, documents, statuses, notes, items')
    .argument('<old>', 'the folder of a release')
    .argument('<new>', 'the folder of a later release')
    .option('--json', 'print the whole comparison as JSON instead of Markdown')
    .action(async (old: string, now: string, { json }: { readonly json?: true }) => {
      const { checkFiles, compareReleases, comparisonMarkdown, openRelease } = await import(
        '../release/index.ts'
      )
      const releases = [await openRelease(old), await openRelease(now)] as const
      const comparison = compareReleases(...releases)
      // equal lists say nothing of files that were changed since
      if (comparison.identical) for (const release of releases) await checkFiles(release)
      if (json) writeJson(terminal, comparison)
      else terminal.out(comparisonMarkdown(comparison))
      end(comparison.identical ? EXIT.good : EXIT.incomplete)
    })
