import type { ReopenedRelease } from '../reopen/index.ts'
import type { Comparison } from './comparison.ts'

/** Files by name; those below a folder are told by the folder alone. */
const entryOf = (name: string): string => name.replace(/\/.*/s, '/')

/** Which files were added, lost, or have other bytes. */
export const compareFiles = (old: ReopenedRelease, now: ReopenedRelease): Comparison['files'] => {
  const before = new Set([...old.files.keys()].map(entryOf))
  const after = new Set([...now.files.keys()].map(entryOf))
  const differing = [...new Set([...old.files.keys(), ...now.files.keys()])]
    .filter((name) => old.files.get(name) !== now.files.get(name))
    .map(entryOf)
  return {
    added: [...after].filter((name) => !before.has(name)).sort(),
    lost: [...before].filter((name) => !after.has(name)).sort(),
    changed: [...new Set(differing)].filter((name) => before.has(name) && after.has(name)).sort(),
  }
}
