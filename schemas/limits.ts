import { listKeys } from './list-keys.ts'

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
export const LIMIT_NAMES = listKeys(LIMITS)

export type Limits = Readonly<Record<LimitName, number>>

export const USUAL_LIMITS = Object.fromEntries(
  LIMIT_NAMES.map((name) => [name, LIMITS[name].usual]),
) as Limits

/** The limits on what a document contains; the others are on what it takes to read it. */
export type ContentLimits = Pick<Limits, 'pages' | 'runs' | 'output'>
export const contentLimits = ({ pages, runs, output }: Limits): ContentLimits => ({ pages, runs, output })

export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded'
  readonly limit: LimitName
  /** @param value the limit and, where it is known, what was asked for: `100000 pages of at most 5000` */
  constructor(limit: LimitName, value: string) {
    super(value)
    this.limit = limit
  }
}

/** @throws LimitExceeded if more is asked for than the limits allow */
export const within = <Name extends LimitName>(
  limits: Readonly<Record<Name, number>>,
  name: Name,
  asked: number,
): void => {
  if (asked > limits[name]) {
    throw new LimitExceeded(name, `${asked} ${LIMITS[name].unit} of at most ${limits[name]}`)
  }
}

/** The error for a document that took an unknown amount above a limit. */
export const beyond = (limits: Limits, name: LimitName): LimitExceeded =>
  new LimitExceeded(name, `more than ${limits[name]} ${LIMITS[name].unit}`)
