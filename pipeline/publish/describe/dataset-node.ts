import { type Collection, type ReleaseInfo, SECTIONS, TERMS } from '../../../schemas/index.ts'
import { CODED_BY, KEYWORDS, PROFILES_BY } from './subject.ts'

const organisation = (name: string): Record<string, unknown> => ({ '@type': 'Organization', name })

/** What was measured: the sections of the template, by which a search engine may find the release. */
const MEASURED = SECTIONS.map(({ code, name, definition, unit }) => ({
  '@type': 'PropertyValue',
  propertyID: code,
  name,
  description: definition,
  ...(unit !== null && { unitText: unit }),
}))

/** What every description in the words of schema.org says of a release, its type and files left out. */
export const datasetProperties = (info: ReleaseInfo, collection: Collection): Record<string, unknown> => ({
  name: info.title,
  description: `${info.description} ${info.licence}`,
  ...(info.homepage !== undefined && { url: info.homepage }),
  license: TERMS[collection].licenceUrl,
  version: info.version,
  creator: organisation(CODED_BY),
  publisher: organisation(CODED_BY),
  keywords: KEYWORDS,
  variableMeasured: MEASURED,
  inLanguage: 'en',
  isAccessibleForFree: true,
  ...(collection === 'itu-cyberwellness' && {
    ...(info.years !== undefined && { temporalCoverage: info.years.replace(' to ', '/') }),
    isBasedOn: {
      '@type': 'CreativeWork',
      name: 'Cyberwellness Profiles',
      author: organisation(PROFILES_BY),
    },
  }),
})
