import type {
  Box,
  Collection,
  DocumentRow,
  Indicator,
  Issue,
  Item,
  MatrixRow,
  ReviewRow,
} from '../../schemas/index.ts'

/** Rows by the name of their table or view, such as those of one document. */
export interface ContentRows {
  readonly documents?: readonly DocumentRow[]
  readonly indicators?: readonly Indicator[]
  readonly items?: readonly Item[]
  readonly boxes?: readonly Box[]
  readonly matrix?: readonly MatrixRow[]
  readonly review?: readonly ReviewRow[]
}

/** A release as a stream: its rows in published order, so that memory need not hold them together. */
export interface ReleaseContent {
  readonly collection: Collection
  /** ISO day that the release is to be dated by, whatever its sources say; mostly none. */
  readonly created?: string | undefined
  /** Address of the page of the release on the web, where it was told. */
  readonly homepage?: string | undefined
  /** About how many documents there are, where that is known. */
  readonly documents?: number | undefined
  /** The rows, document by document; asked for once. `sections` is the same in every release and not among them. */
  readonly rows: () => AsyncIterable<ContentRows>
  /** The issues in published order, in groups; asked for once, after the rows. */
  readonly issues: () => AsyncIterable<readonly Issue[]>
}
