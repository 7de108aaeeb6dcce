import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where real profiles with gold may lie beside a checkout; they are the ITU's text and no part of the project. */
export const referenceFolder: string =
  process.env['REFERENCE'] ?? fileURLToPath(new URL('../../../shared/reference', import.meta.url))

/** A reason to leave a test out where part of the reference set is not there; false if it is. */
export const missingReference = (...parts: string[]): string | false =>
  existsSync(join(referenceFolder, ...parts))
    ? false
    : `needs the reference profiles in ${join('..', 'shared', 'reference', ...parts)}, or their folder in REFERENCE`
