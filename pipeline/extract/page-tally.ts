import { type ContentLimits, within } from '../../schemas/index.ts'
import type { Page } from './page.ts'

/**
 * Adds up the runs and the text of a document, page by page.
 * @throws LimitExceeded as soon as they exceed the limits
 */
export const pageTally = (limits: ContentLimits): ((page: Page) => void) => {
  let runs = 0
  let output = 0
  return (page) => {
    runs += page.runs.length
    within(limits, 'runs', runs)
    for (const run of page.runs) output += run.text.length
    within(limits, 'output', output)
  }
}
