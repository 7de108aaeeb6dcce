import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import {
  COUNTRY_CODE,
  SOURCE_FOLDERS,
  type Source,
  type SourceKind,
  sha256,
  webAddress,
} from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { describeError } from '../io/error-code.ts'
import { readRegularText } from '../io/regular-file.ts'
import { withFolderLock } from './folder-lock.ts'
import { readLock, writeLock } from './lock-file.ts'
import { slug } from './source-names.ts'

const MAX_LIST_BYTES = 20_000_000

const emptyAsAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** One line of a list: `name` and `url`, and what else is known. Other columns are ignored. */
const listedSource = z.object({
  name: z.string().refine((name) => slug(name) !== '', 'holds no letter or digit'),
  url: webAddress,
  country_code: emptyAsAbsent(z.string().regex(COUNTRY_CODE, 'is not an ISO 3166-1 alpha-3 code')),
  sha256: emptyAsAbsent(sha256),
  bytes: emptyAsAbsent(
    z
      .string()
      .regex(/^[1-9]\d*$/, 'is not a number of bytes')
      .transform(Number),
  ),
})

/**
 * The sources of one kind that a CSV with a header lists.
 * @throws Error that names the line which lists no source
 */
export const parseSourceList = (text: string, kind: SourceKind): Source[] => {
  let rows: { readonly record: unknown; readonly info: { readonly lines: number } }[]
  try {
    rows = parse(text, { bom: true, columns: true, skip_empty_lines: true, info: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Error(`line ${String(error['lines'] ?? 1)}: ${error.message}`)
  }
  return rows.map(({ record, info }) => {
    const { success, data, error } = listedSource.safeParse(record)
    if (!success) {
      const [first] = error.issues
      throw new Error(`line ${info.lines}: ${first?.path.join('.')} ${first?.message}`)
    }
    const { name, url, country_code, sha256: hash, bytes } = data
    return {
      id: `${SOURCE_FOLDERS[kind]}/${slug(name)}`,
      kind,
      addresses: [url],
      ...(country_code === undefined ? {} : { country_code }),
      ...(hash === undefined ? {} : { sha256: hash }),
      ...(bytes === undefined ? {} : { bytes }),
    }
  })
}

/** A lock with new finds in it. */
export interface MergedSources {
  readonly documents: readonly Source[]
  readonly added: readonly Source[]
  /** Documents that were known, of which something new was found. */
  readonly completed: readonly Source[]
  /** Finds with the id of a document of other bytes; the lock keeps what it has. */
  readonly conflicting: readonly Source[]
}

const differ = (left: string | undefined, right: string | undefined): boolean =>
  left !== undefined && right !== undefined && left !== right

/** Adds finds to the documents of a lock. Nothing is dropped, and no known hash is changed. */
export const mergeSources = (known: readonly Source[], found: readonly Source[]): MergedSources => {
  const documents = new Map(known.map((document) => [document.id, document]))
  const added: Source[] = []
  const completed: Source[] = []
  const conflicting: Source[] = []
  for (const find of found) {
    const before = documents.get(find.id)
    if (before === undefined) {
      documents.set(find.id, find)
      added.push(find)
    } else if (differ(before.sha256, find.sha256) || differ(before.digest, find.digest)) {
      conflicting.push(find)
    } else {
      const addresses = [...new Set([...before.addresses, ...find.addresses])]
      const after = { ...find, ...before, addresses }
      const hasMore =
        Object.keys(after).length > Object.keys(before).length || addresses.length > before.addresses.length
      if (hasMore) completed.push(after)
      documents.set(find.id, after)
    }
  }
  return { documents: [...documents.values()], added, completed, conflicting }
}

/**
 * Adds the sources that a CSV lists to a lock file.
 * @throws CliError where one of the two cannot be used; its message names the file and the place
 */
export const addSources = async (
  list: string,
  kind: SourceKind,
  { lock, waiting }: { readonly lock: string; readonly waiting: () => void },
): Promise<MergedSources> => {
  const text = await readRegularText(list, MAX_LIST_BYTES).catch((error: unknown) => {
    throw new CliError(EXIT.usage, `The list ${list} cannot be read (${describeError(error)}).`)
  })
  let found: Source[]
  try {
    found = parseSourceList(text, kind)
  } catch (error) {
    throw new CliError(EXIT.usage, `The list ${list} cannot be used: ${describeError(error)}.`)
  }
  return withFolderLock(lock, waiting, async () => {
    const merged = mergeSources(await readLock(lock), found)
    await writeLock(lock, merged.documents)
    return merged
  })
}
