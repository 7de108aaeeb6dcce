import { hash } from 'node:crypto'
import type { Origins, ReadSource, SourceFile } from '../fetch/index.ts'

/** Notes what the files of a build were when they were read: all that a release hangs on beside code and settings. */
export interface SourceLog {
  /** Notes a file as it was read, or why it was not. */
  readonly note: (file: SourceFile, read: ReadSource) => void
  /** Notes that another build of the same files may read something else. */
  readonly spoil: () => void
  /** A digest of each file with what the lock files say of it; null where not all are known, or they were spoiled. */
  readonly digests: () => readonly string[] | null
}

/** Begins a log of these files, an empty one. */
export const sourceLog = (files: readonly SourceFile[], origins: Origins): SourceLog => {
  const noted = new Map<SourceFile, string>()
  let isSpoiled = false
  const partsOf = (read: ReadSource): readonly unknown[] => {
    if ('issue' in read) return [read.issue]
    const { bytes, ...facts } = read.source
    return [facts, origins.of(facts.sha256), origins.hashOf(facts.name)]
  }
  return {
    note: (file, read) => {
      noted.set(file, hash('sha256', JSON.stringify(partsOf(read)), 'base64'))
    },
    spoil: () => {
      isSpoiled = true
    },
    digests: () => {
      const digests = files.flatMap((file) => noted.get(file) ?? [])
      return isSpoiled || digests.length < files.length ? null : digests
    },
  }
}
