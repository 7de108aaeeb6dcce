import { listKeys } from './list-keys.ts'

/** The status vocabulary: what a profile says about a measure. The order is that of the codebook. */
export const STATUS_DEFINITIONS = {
  present: 'The measure exists, or the profile names something that serves as one.',
  partial: 'No such measure, or no official one, is in force, but something in force does part of its job.',
  planned:
    'Not in force: being drafted, set up or adopted, or foreseen. A list that holds only bills and drafts.',
  absent: 'The measure does not exist.',
  unknown: 'The profile says that no information is available.',
  not_reported: 'The profile says nothing: the section is missing or empty.',
  reported: 'Background figures only: a figure is given.',
  unclassified: 'No rule explains the words of denial, plan or doubt; a person must decide.',
} as const

export type Status = keyof typeof STATUS_DEFINITIONS

export const STATUSES = listKeys(STATUS_DEFINITIONS)

/** How far a status or an item can be relied on. */
export const CONFIDENCE_MEANINGS = {
  high: 'A rule decided that accounts for the words that it rests on.',
  review: 'The rule did not account for all words, or is often wrong; a person should look at it.',
  reviewed: 'A person read the note and decided.',
} as const
export const CONFIDENCES = listKeys(CONFIDENCE_MEANINGS)
