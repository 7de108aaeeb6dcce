/** A folder is no release, or what it holds is not what its list of checksums says. */
export class ReleaseUnreadable extends Error {
  override readonly name = 'ReleaseUnreadable'
}
