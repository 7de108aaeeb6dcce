import assert from 'node:assert/strict'
import { planRelease } from '../../pipeline/build/plan-release.ts'
import { plannedContent } from '../../pipeline/build/planned-content.ts'
import { profileEntry } from '../../pipeline/build/profile-entry.ts'
import type { DocumentResult } from '../../pipeline/build/read-document.ts'
import type { DocumentRows } from '../../pipeline/normalize/index.ts'
import { type Dataset, entityRows, sectionRows } from '../../schemas/index.ts'

const gathered = async <Value>(values: AsyncIterable<Value>): Promise<Value[]> => {
  const all: Value[] = []
  for await (const value of values) all.push(value)
  return all
}

/** The release of what was read, with all that its stream gives gathered. */
export const plannedDataset = async (results: readonly DocumentResult[]): Promise<Dataset> => {
  const rowsById = new Map<string, DocumentRows>()
  const readings = [...Map.groupBy(results, ({ file }) => file)].map(([file, ofFile]) => {
    const rows = ofFile.flatMap((result) => result.rows ?? [])
    const profiles = rows.map(profileEntry)
    for (const [index, entry] of profiles.entries()) {
      const own = rows[index]
      if (own) rowsById.set(`${entry.file} ${index}`, own)
    }
    return { file, profiles, setAside: ofFile.flatMap((result) => (result.rows ? [] : result.issues)) }
  })
  const plan = planRelease(readings)
  const content = plannedContent(plan, async ({ file, index }) => {
    const rows = rowsById.get(`${file} ${index}`)
    assert.ok(rows)
    return rows
  })
  const parts = await gathered(content.rows())
  return {
    collection: content.collection,
    indicators: parts.flatMap(({ indicators }) => indicators ?? []),
    items: parts.flatMap(({ items }) => items ?? []),
    entities: entityRows(),
    documents: parts.flatMap(({ documents }) => documents ?? []),
    sections: sectionRows(),
    boxes: parts.flatMap(({ boxes }) => boxes ?? []),
    matrix: parts.flatMap(({ matrix }) => matrix ?? []),
    review: parts.flatMap(({ review }) => review ?? []),
    issues: (await gathered(content.issues())).flat(),
  }
}
