/** What the process tells the script that started it. */
export const EXIT = {
  /** Everything was built. */
  good: 0,
  /** Finished, but documents were set aside, rules broken under `--strict`, a release rejected, or two differ. */
  incomplete: 1,
  /** The command was used wrongly. */
  usage: 2,
  /** Nothing could be built, a release could not be read, or the queue cannot be reached. */
  nothing: 3,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** An end that is no fault of the program: a sentence for the person, a code for the script. */
export class Stop extends Error {
  override readonly name = 'Stop'
  readonly exitCode: ExitCode
  constructor(exitCode: ExitCode, sentence: string) {
    super(sentence)
    this.exitCode = exitCode
  }
}
