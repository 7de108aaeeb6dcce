import type { z } from 'zod'
import { boxes } from './boxes.ts'
import { sections } from './codebook.ts'
import { countries } from './countries.ts'
import { type Collection, documents } from './documents.ts'
import { entities } from './entities.ts'
import { indicators } from './indicators.ts'
import type { Issue } from './issues.ts'
import { items } from './items.ts'
import { matrix } from './matrix.ts'
import { review } from './review.ts'
import { licenceStatement } from './terms.ts'
import { VERSION } from './version.ts'

/** The tables published in all four formats, in the order of the release. */
export const TABLES = { indicators, items, entities, countries, documents, sections, boxes } as const

/** The tables published as CSV alone. */
export const VIEWS = { matrix, review } as const

type Tables = typeof TABLES & typeof VIEWS

/** A whole release in memory: rows in published order, ready for the writers. */
export type Dataset = { readonly [Name in keyof Tables]: readonly z.infer<Tables[Name]['row']>[] } & {
  readonly collection: Collection
  readonly issues: readonly Issue[]
}

/** The first and last year of ISO dates (`2014 to 2015`, or one year); undefined if there is no date. */
export const findYears = (dates: readonly (string | null)[]): string | undefined => {
  const years = dates.flatMap((date) => date?.slice(0, 4) ?? []).toSorted()
  const [first, last] = [years.at(0), years.at(-1)]
  return first === last ? first : `${first} to ${last}`
}

const TITLES: Readonly<Record<Collection, string>> = {
  specimen: 'Cyberwellness Open Data: SPECIMENS about invented places, not ITU data',
  'itu-cyberwellness': 'Cyberwellness Open Data: the ITU Cyberwellness Profiles',
}

/**
 * What every metadata block says about a release; a release of specimens says so in its title.
 * @param homepage address of its page on the web, if given to the build
 */
export const releaseInfo = (
  collection: Collection,
  homepage?: string,
  { withoutSourceText = false, years }: { withoutSourceText?: boolean; years?: string | undefined } = {},
) => ({
  title: [
    TITLES[collection],
    years === undefined || collection === 'specimen' ? '' : ` of ${years}`,
    withoutSourceText ? ', without the source text' : '',
  ].join(''),
  version: VERSION,
  licence: licenceStatement(collection, withoutSourceText),
  description:
    'What each country had in law, technical measures, organisation, capacity building, cooperation and child online protection, one row for each profile and section.',
  ...(homepage !== undefined && { homepage }),
  ...(years !== undefined && { years }),
})

export type ReleaseInfo = Readonly<ReturnType<typeof releaseInfo>>
