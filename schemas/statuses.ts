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

/** One status of the vocabulary. */
export type Status = keyof typeof STATUS_DEFINITIONS

export const STATUSES = Object.keys(STATUS_DEFINITIONS) as [Status, ...Status[]]

/** How far a status or an item can be relied on. */
export const CONFIDENCES = ['high', 'review', 'reviewed'] as const
export type Confidence = (typeof CONFIDENCES)[number]
