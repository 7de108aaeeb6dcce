/**
 * What a source is: a profile as published, a report that binds many of them, or a copy of the text of a profile, which
 * any other document of the same country and date replaces.
 */
export const SOURCE_KINDS = ['profile', 'compendium', 'text copy'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]
