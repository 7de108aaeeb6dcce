import { writeFile } from 'node:fs/promises'
import type { IssueCode } from '../../schemas/index.ts'

/** A hostile or broken file, and what must become of it. */
export interface HostileFile {
  /** Its file name. */
  readonly name: string
  /** Puts it at a path. */
  readonly put: (path: string) => Promise<void>
  /** The issue that sets it aside, `read` where it gives rows, or `passed over` where it is not even listed. */
  readonly outcome: IssueCode | 'read' | 'passed over'
}

/** An hostile that is plain bytes, made when it is needed. */
export const hostile = (
  name: string,
  outcome: HostileFile['outcome'],
  make: () => Uint8Array | string | Promise<Uint8Array>,
): HostileFile => ({ name, outcome, put: async (path) => writeFile(path, await make()) })
