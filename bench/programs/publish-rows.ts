// Writes so many rows of `indicators` in every format: `node publish-rows.ts ROWS FOLDER`.
import { openStagingFolder } from '../../pipeline/publish/staging-folder.ts'
import { openThreadedTables } from '../../pipeline/publish/threaded-tables.ts'
import { writeContent } from '../../pipeline/publish/write-content.ts'
import { releaseInfo } from '../../schemas/index.ts'
import { madeUpDocuments } from '../made-up-rows.ts'

const [rows = '0', target = '.'] = process.argv.slice(2)
const folder = openStagingFolder(target)
await writeContent(madeUpDocuments(Number(rows)), [
  openThreadedTables(folder, releaseInfo('specimen'), 'specimen'),
])
