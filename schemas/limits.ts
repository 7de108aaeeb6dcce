import { z } from 'zod'
import { LIMITS, type LimitName } from './limit-definitions.ts'

const limit = z.int().min(1)

/** A value for every limit. */
export const limits = z.strictObject({
  time: limit.max(LIMITS.time.max).default(LIMITS.time.usual),
  memory: limit.default(LIMITS.memory.usual),
  bytes: limit.default(LIMITS.bytes.usual),
  pages: limit.default(LIMITS.pages.usual),
  runs: limit.default(LIMITS.runs.usual),
  output: limit.default(LIMITS.output.usual),
})
export type Limits = z.infer<typeof limits>

/** The limits on what a document contains; the others are on what it takes to read it. */
export type ContentLimits = Pick<Limits, 'pages' | 'runs' | 'output'>
export const contentLimits = ({ pages, runs, output }: Limits): ContentLimits => ({ pages, runs, output })

/** The limits without options. */
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
