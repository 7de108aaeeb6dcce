/** The longest timer of Node.js. */
const MAX_TIMER_SECONDS = Math.floor((2 ** 31 - 1) / 1000)

/**
 * What one document may take; the only place where a limit is named. The command line has an option `--max-…` for each
 * of them and a document that asks for more is rejected with the issue `over_…`.
 */
export const LIMITS = {
  // usual: far above every known profile, and above a volume that binds 200 of them by its text layer
  time: { unit: 'seconds', description: 'time to read a document', usual: 300, max: MAX_TIMER_SECONDS },
  memory: { unit: 'MB', description: 'memory of the process that reads a document', usual: 1024 },
  bytes: { unit: 'bytes', description: 'size of a file', usual: 100_000_000 },
  pages: { unit: 'pages', description: 'pages of a document', usual: 5_000 },
  runs: { unit: 'runs', description: 'runs of text in a document', usual: 1_000_000 },
  output: { unit: 'characters', description: 'text extracted from a document', usual: 20_000_000 },
} as const

export type LimitName = keyof typeof LIMITS

export const LIMIT_NAMES = Object.keys(LIMITS) as [LimitName, ...LimitName[]]
