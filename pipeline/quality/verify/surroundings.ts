/** What a build must not show in its release. */
export interface Surroundings {
  /** Number of documents read at a time. */
  readonly jobs: number
  readonly locale: string
  /** A name of the time zone database. */
  readonly timeZone: string
  readonly umask: number
  /** Whether the clock is put forward, by `shifted-clock.ts`. */
  readonly clockShifted: boolean
}

/** The surroundings of the two builds: as plain as can be, and as far from them as can be. */
export const SURROUNDINGS = {
  first: { jobs: 1, locale: 'C', timeZone: 'UTC', umask: 0o022, clockShifted: false },
  // Turkish has letters of its own in upper and lower case; Kiritimati is a day ahead of most of the world
  second: {
    jobs: 3,
    locale: 'tr_TR.UTF-8',
    timeZone: 'Pacific/Kiritimati',
    umask: 0o077,
    clockShifted: true,
  },
} as const satisfies Readonly<Record<string, Surroundings>>

/** Surroundings in a few words. */
export const surroundingsText = ({ jobs, locale, timeZone, umask, clockShifted }: Surroundings): string =>
  `${jobs} ${jobs === 1 ? 'document' : 'documents'} at a time, locale ${locale}, time zone ${timeZone}, umask ${umask.toString(8).padStart(3, '0')}${clockShifted ? ', the clock put forward' : ''}`
