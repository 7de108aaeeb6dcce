import { z } from 'zod'

interface LimitDefinition {
  /** What is counted, as it follows a number. */
  readonly unit: string
  readonly description: string
  /** Far above every profile that is known, and above a volume that binds 200 of them by its text layer. */
  readonly usual: number
}

/**
 * What one document may take; the only place where a limit is named. The command line has an option `--max-…` for each
 * of them and a document that asks for more is set aside by the issue `over_…`.
 */
export const LIMITS = {
  time: { unit: 'seconds', description: 'time to read a document', usual: 300 },
  memory: { unit: 'MB', description: 'memory of the process that reads a document', usual: 1024 },
  bytes: { unit: 'bytes', description: 'size of a file', usual: 100_000_000 },
  pages: { unit: 'pages', description: 'pages of a document', usual: 5_000 },
  runs: { unit: 'runs', description: 'runs of text in a document', usual: 1_000_000 },
  output: { unit: 'characters', description: 'text that a document gives', usual: 20_000_000 },
} as const satisfies Record<string, LimitDefinition>

export type LimitName = keyof typeof LIMITS

export const LIMIT_NAMES = Object.keys(LIMITS) as [LimitName, ...LimitName[]]

const limit = z.int().min(1)

/** A number for every limit. */
export const limits = z.strictObject({
  time: limit.default(LIMITS.time.usual),
  memory: limit.default(LIMITS.memory.usual),
  bytes: limit.default(LIMITS.bytes.usual),
  pages: limit.default(LIMITS.pages.usual),
  runs: limit.default(LIMITS.runs.usual),
  output: limit.default(LIMITS.output.usual),
})
export type Limits = z.infer<typeof limits>

/** The limits on what stands in a document; the others are on what it takes to read it. */
export type ContentLimits = Pick<Limits, 'pages' | 'runs' | 'output'>

/** Those limits on what stands in a document, alone. */
export const contentLimits = ({ pages, runs, output }: Limits): ContentLimits => ({ pages, runs, output })

/** The limits where nobody says otherwise. */
export const USUAL_LIMITS: Limits = limits.parse({})

/** A document asks for more than it may take. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded'
  readonly limit: LimitName
  /** @param value the limit and, where it is known, what was asked for: `100000 pages of at most 5000` */
  constructor(limit: LimitName, value: string) {
    super(value)
    this.limit = limit
  }
}

/** @throws LimitExceeded where more is asked for than the limits allow */
export const within = <Name extends LimitName>(
  limits: Readonly<Record<Name, number>>,
  name: Name,
  asked: number,
): void => {
  if (asked > limits[name]) {
    throw new LimitExceeded(name, `${asked} ${LIMITS[name].unit} of at most ${limits[name]}`)
  }
}

/** What a document is that took more of something than can be told. */
export const beyond = (limits: Limits, name: LimitName): LimitExceeded =>
  new LimitExceeded(name, `more than ${limits[name]} ${LIMITS[name].unit}`)
