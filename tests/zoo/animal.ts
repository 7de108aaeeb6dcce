import { writeFile } from 'node:fs/promises'
import type { IssueCode } from '../../schemas/index.ts'

/** A hostile or broken file, and what must become of it. */
export interface Animal {
  /** Its file name. */
  readonly name: string
  /** Puts it at a path. */
  readonly put: (path: string) => Promise<void>
  /** The issue that sets it aside, `read` where it gives rows, or `passed over` where it is not even listed. */
  readonly outcome: IssueCode | 'read' | 'passed over'
}

/** An animal that is plain bytes, made when it is needed. */
export const animal = (
  name: string,
  outcome: Animal['outcome'],
  make: () => Uint8Array | string | Promise<Uint8Array>,
): Animal => ({ name, outcome, put: async (path) => writeFile(path, await make()) })
