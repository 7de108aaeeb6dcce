import { type Collection, type ReleaseInfo, TERMS } from '../../schemas/index.ts'
import { CODED_BY, KEYWORDS, PROFILES_BY } from './subject.ts'

const organisation = (name: string): Record<string, unknown> => ({ '@type': 'Organization', name })

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
  inLanguage: 'en',
  isAccessibleForFree: true,
  ...(collection === 'itu-cyberwellness' && {
    temporalCoverage: '2012/2015',
    isBasedOn: {
      '@type': 'CreativeWork',
      name: 'Cyberwellness Profiles',
      author: organisation(PROFILES_BY),
    },
  }),
})
