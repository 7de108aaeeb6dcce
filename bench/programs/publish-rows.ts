// Writes made-up rows of `indicators` in the four table formats: `node publish-rows.ts ROWS FOLDER`.
import { openStagingFolder } from '../../pipeline/publish/staging-folder.ts'
import { FORMATS, writeRows } from '../../pipeline/publish/write-release.ts'
import { makeUpDocuments } from '../made-up-rows.ts'

const TABLE_FORMATS = FORMATS.slice(0, 4)

const [rows = '0', target = '.'] = process.argv.slice(2)
const content = {
  collection: 'specimen',
  rows: () => makeUpDocuments(Number(rows)),
  issues: [],
} as const
await writeRows(openStagingFolder(target), content, TABLE_FORMATS)
