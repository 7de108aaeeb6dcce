import { createHash } from 'node:crypto'
import type { DocumentTask } from '../../pipeline/build/index.ts'
import { contentLimits, USUAL_LIMITS } from '../../schemas/index.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'

/** A task to read a made-up profile of a country. */
export const makeTask = (name: string, country: string): DocumentTask => {
  const bytes = Buffer.from(MADE_UP_PROFILE.join('\n').replace('REPUBLIC OF WISTREL', country))
  return {
    source: {
      name,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'text/plain',
    },
    options: { ocr: 'off', limits: contentLimits(USUAL_LIMITS) },
  }
}
