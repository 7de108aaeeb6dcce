import {
  type Collection,
  type DocumentRow,
  type ReleaseInfo,
  SECTIONS,
  type Severity,
  type Status,
  TERMS,
} from '../../../schemas/index.ts'
import type { PublishedFile } from '../staging-folder.ts'
import type { Answer } from './questions.ts'

export type DocumentFacts = Pick<DocumentRow, 'country' | 'country_code' | 'country_printed' | 'source_date'>

/** What is known of a release once its tables are written; descriptions are pure functions of it. */
export interface ReleaseFacts {
  readonly info: ReleaseInfo
  readonly collection: Collection
  /** ISO day of publication, where it was given. */
  readonly created?: string | undefined
  /** Whether the rows hold no wording of the profiles. */
  readonly withoutSourceText: boolean
  readonly documents: readonly DocumentFacts[]
  readonly rows: Readonly<Record<string, number>>
  /** Number of indicators by status; those that do not occur may be left out. */
  readonly statuses: Readonly<Partial<Record<Status, number>>>
  readonly issues: Readonly<Record<Severity, number>>
  readonly answers: readonly Answer[]
  readonly files: readonly PublishedFile[]
}

/** Who made the coding, as every description names them. */
export const CODED_BY = 'Cyberwellness Open Data contributors'

export const PROFILES_BY = 'International Telecommunication Union'

export const KEYWORDS = [
  'cybersecurity',
  'national cybersecurity strategies',
  'cybercrime legislation',
  'computer incident response teams',
  'child online protection',
  'ITU',
  'cyberwellness',
] as const

const organisation = (name: string) => ({ '@type': 'Organization', name })

/** What descriptions in the terms of schema.org say of a release, its type and files left out. */
export const datasetProperties = (info: ReleaseInfo, collection: Collection): Record<string, unknown> => ({
  name: info.title,
  description: `${info.description} ${info.licence}`,
  ...(info.homepage !== undefined && { url: info.homepage }),
  license: TERMS[collection].licenceUrl,
  version: info.version,
  creator: organisation(CODED_BY),
  publisher: organisation(CODED_BY),
  keywords: KEYWORDS,
  variableMeasured: SECTIONS.map(({ indicator, name, definition, unit }) => ({
    '@type': 'PropertyValue',
    propertyID: indicator,
    name,
    description: definition,
    ...(unit !== null && { unitText: unit }),
  })),
  inLanguage: 'en',
  isAccessibleForFree: true,
  ...(collection === 'itu-cyberwellness' && {
    ...(info.years !== undefined && { temporalCoverage: info.years.replace(' to ', '/') }),
    isBasedOn: { '@type': 'CreativeWork', name: 'Cyberwellness Profiles', author: organisation(PROFILES_BY) },
  }),
})

/** Media types by file name extension, as IANA registers them. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  arrow: 'application/vnd.apache.arrow.file',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown',
  cff: 'application/yaml',
}

/** The files that the descriptors name, with their formats; files of the explorer are in the checksums alone. */
export const describedFiles = ({ files }: ReleaseFacts) =>
  files.flatMap((file) => {
    const format = file.name.slice(file.name.lastIndexOf('.') + 1)
    const mediatype = MEDIA_TYPES[format]
    return file.name.includes('/') || mediatype === undefined ? [] : [{ ...file, format, mediatype }]
  })
