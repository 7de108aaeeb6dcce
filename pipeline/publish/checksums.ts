/** The name of the list of checksums, which every release ends with. */
export const CHECKSUM_FILE = 'SHA256SUMS'

const CHECKSUM_LINE = /^([0-9a-f]{64}) [ *](.+)$/

/** The text that `sha256sum --check` reads: a line a file, sorted by name. */
export const checksumList = (files: readonly { readonly name: string; readonly sha256: string }[]): string =>
  files
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map((file) => `${file.sha256}  ${file.name}\n`)
    .join('')

/** Whether a name leads to a file below the folder of its list, whoever wrote that. */
const staysBelow = (name: string): boolean =>
  !/[\\\0]/.test(name) && name.split('/').every((part) => !['', '.', '..'].includes(part))

/** SHA-256 by name, in the order of such a list; lines of any other shape, or that lead elsewhere, are passed over. */
export const checksumsInList = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [, hash, name] = CHECKSUM_LINE.exec(line) ?? []
      return hash === undefined || name === undefined || !staysBelow(name) ? [] : [[name, hash] as const]
    }),
  )
