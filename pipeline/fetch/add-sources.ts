import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { SOURCE_FOLDERS, type Source, type SourceKind, source } from '../../schemas/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { describeError } from '../io/error-code.ts'
import { readRegularText } from '../io/regular-file.ts'
import { describeFault } from '../io/unambiguous-json.ts'
import { withFolderLock } from './folder-lock.ts'
import { readLock, writeLock } from './lock-file.ts'
import { slug } from './source-names.ts'

const MAX_LIST_BYTES = 20_000_000

/** One line of a list: `name` and `url`, and what else is known. Other columns are ignored. */
const listedSource = z.object({
  name: z.string().transform(slug).refine(Boolean, 'holds no letter or digit'),
  url: source.shape.addresses.element,
  country_code: source.shape.country_code,
  sha256: source.shape.sha256,
  bytes: z.coerce.number().int().min(1).exactOptional(),
})

/**
 * The sources of one kind that a CSV with a header lists.
 * @throws Error that names the line at fault
 */
export const parseSourceList = (text: string, kind: SourceKind): Source[] => {
  let rows: { readonly record: object; readonly info: { readonly lines: number } }[]
  try {
    rows = parse(text, { bom: true, columns: true, skip_empty_lines: true, info: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Error(`line ${String(error['lines'] ?? 1)}: ${error.message}`)
  }
  return rows.map(({ record, info }) => {
    const filled = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''))
    const { data, error } = listedSource.safeParse(filled)
    if (error !== undefined) throw new Error(`line ${info.lines}: ${describeFault(error)}`)
    const { name, url, ...facts } = data
    return { id: `${SOURCE_FOLDERS[kind]}/${name}`, kind, addresses: [url], ...facts }
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
    if (before !== undefined && (differ(before.sha256, find.sha256) || differ(before.digest, find.digest))) {
      conflicting.push(find)
      continue
    }
    const addresses = [...new Set([...(before?.addresses ?? []), ...find.addresses])]
    const after = { ...find, ...before, addresses }
    documents.set(find.id, after)
    if (before === undefined) added.push(after)
    else if (JSON.stringify(after).length > JSON.stringify(before).length) completed.push(after)
  }
  return { documents: [...documents.values()], added, completed, conflicting }
}

/**
 * Adds the sources that a CSV lists to a lock file.
 * @throws CliError if one of the two cannot be used; its message names the file and the place
 */
export const addSources = async (
  list: string,
  kind: SourceKind,
  { lock, waiting }: { readonly lock: string; readonly waiting: () => void },
): Promise<MergedSources> => {
  let found: Source[]
  try {
    found = parseSourceList(await readRegularText(list, MAX_LIST_BYTES), kind)
  } catch (error) {
    throw new CliError(EXIT.usage, `The list ${list} cannot be used: ${describeError(error)}.`)
  }
  return withFolderLock(lock, waiting, async () => {
    const merged = mergeSources(await readLock(lock), found)
    await writeLock(lock, merged.documents)
    return merged
  })
}
