import { z } from 'zod'
import { SOURCE_FOLDERS, type Source, type SourceKind, source } from '../../schemas/index.ts'
import { parseCsvLines } from '../io/csv-file.ts'
import { readInputFile } from '../io/regular-file.ts'
import { describeFault } from '../io/unambiguous-json.ts'
import { readLock, writeLock } from './lock-file.ts'
import { type LockRequest, withFolderLock } from './lock-request.ts'
import { slug } from './source-names.ts'

/** Whether a name fits into an id, also below the longest of the folders. */
const fitsId = (name: string): boolean => source.shape.id.safeParse(`compendium/${name}`).success

/** One line of a list: `name` and `url`, and what else is known. Other columns are ignored. */
const listedSource = z.object({
  name: z.string().transform(slug).refine(fitsId, 'holds no letter or digit, or is too long'),
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
  const [header, ...lines] = parseCsvLines(text)
  if (header === undefined) return []
  return lines.map(({ line, cells }) => {
    const filled = header.cells.map((name, index) => [name, cells[index]]).filter(([, value]) => value)
    const { data, error } = listedSource.safeParse(Object.fromEntries(filled))
    if (error !== undefined) throw new Error(`line ${line}: ${describeFault(error)}`)
    const { name, url, ...facts } = data
    return { id: `${SOURCE_FOLDERS[kind]}/${name}`, kind, addresses: [url], ...facts }
  })
}

const differ = (left: string | undefined, right: string | undefined): boolean =>
  left !== undefined && right !== undefined && left !== right

/** Adds found documents to those of a lock. Nothing is dropped, and no known hash is changed. */
export const mergeSources = (known: readonly Source[], found: readonly Source[]) => {
  const documents = new Map(known.map((document) => [document.id, document]))
  const added: Source[] = []
  /** Documents that were known and have new facts. */
  const completed: Source[] = []
  /** Found documents whose id has other bytes in the lock, which keeps what it has. */
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
export const addSources = async (list: string, kind: SourceKind, request: LockRequest) => {
  const found = await readInputFile(list, 'list', (text) => parseSourceList(text, kind))
  return withFolderLock(request, async () => {
    const merged = mergeSources(await readLock(request.lock), found)
    await writeLock(request.lock, merged.documents)
    return merged
  })
}
