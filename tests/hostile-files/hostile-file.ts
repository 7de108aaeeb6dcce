import type { IssueCode } from '../../schemas/index.ts'

/** The issue that rejects a file, `read` where it gives rows, or `passed over` where it is not even listed. */
type Outcome = IssueCode | 'read' | 'passed over'

/** A hostile or broken file, and what must become of it. */
export interface HostileFile {
  readonly name: string
  /** Puts it at a path. */
  readonly put: (path: string) => Promise<void>
  readonly outcome: Outcome
}

/** Hostile files of plain bytes, made when they are needed, by outcome and name. */
export type HostileFiles = Partial<
  Readonly<Record<Outcome, Readonly<Record<string, () => Uint8Array | string | Promise<Uint8Array>>>>>
>
