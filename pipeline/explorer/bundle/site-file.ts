/** A file of the explorer that is the same for every release, by its path below the explorer’s folder. */
export interface SiteFile {
  readonly name: string
  readonly content: string | Uint8Array
}
