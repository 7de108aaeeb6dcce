import assert from 'node:assert/strict'
import { summariseProfile } from '../../pipeline/build/file-reading.ts'
import type { DocumentResult } from '../../pipeline/build/index.ts'
import { planRelease } from '../../pipeline/build/plan-release.ts'
import { makeContent } from '../../pipeline/build/release-content.ts'
import { makeOrigins } from '../../pipeline/fetch/index.ts'
import { matrixRows } from '../../pipeline/publish/matrix-rows.ts'
import { type Dataset, entityRows, makeCountryRows, type Source, sectionRows } from '../../schemas/index.ts'

const gather = async <Value>(values: AsyncIterable<Value>): Promise<Value[]> => {
  const all: Value[] = []
  for await (const value of values) all.push(value)
  return all
}

/** The release of what was read, with all that its stream gives gathered. */
export const plannedDataset = async (
  results: readonly DocumentResult[],
  sources: readonly Source[] = [],
): Promise<Dataset> => {
  const files = Map.groupBy(results, ({ file }) => file)
  const readings = [...files].map(([file, ofFile]) => ({
    file,
    profiles: ofFile.flatMap((result) => result.rows ?? []).map(summariseProfile),
    rejected: ofFile.flatMap((result) => (result.rows ? [] : result.issues)),
  }))
  const content = makeContent(planRelease(readings, makeOrigins(sources)), ({ file, index }) => {
    const rows = files.get(file)?.flatMap((result) => result.rows ?? [])[index]
    assert.ok(rows)
    return rows
  })
  const parts = await gather(content.rows())
  return {
    collection: content.collection,
    indicators: parts.flatMap(({ indicators }) => indicators ?? []),
    items: parts.flatMap(({ items }) => items ?? []),
    entities: entityRows(),
    countries: makeCountryRows(parts.flatMap(({ documents }) => documents ?? [])),
    documents: parts.flatMap(({ documents }) => documents ?? []),
    sections: sectionRows(),
    boxes: parts.flatMap(({ boxes }) => boxes ?? []),
    matrix: parts.flatMap(({ documents, indicators }) => matrixRows(documents ?? [], indicators ?? [])),
    review: parts.flatMap(({ review }) => review ?? []),
    issues: content.issues,
  }
}
