import type { PatternEntry } from '../pattern.ts'
import { ABSENCE_PATTERNS } from './absence.ts'
import { PLAN_PATTERNS } from './plans.ts'
import { FIRST_PRESENCE_PATTERNS, PRESENCE_PATTERNS } from './presence.ts'

const TABLE = [
  ...ABSENCE_PATTERNS,
  ...FIRST_PRESENCE_PATTERNS,
  ...PLAN_PATTERNS,
  ...PRESENCE_PATTERNS,
] as const

export type PatternName = (typeof TABLE)[number]['name']

/** The patterns in the order in which a clause is tried against them; the first that matches decides. */
export const PATTERNS: readonly (PatternEntry & { readonly name: PatternName })[] = TABLE
