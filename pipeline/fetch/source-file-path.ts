import { MEDIA_TYPES, type MediaType, type Source } from '../../schemas/index.ts'

const ENDINGS = { 'application/pdf': 'pdf', 'text/plain': 'txt' } as const satisfies Record<MediaType, string>

/** The name that a fetched document gets below the folder of fetched files. */
export const sourceFile = ({ id }: Source, mediaType: MediaType): string => `${id}.${ENDINGS[mediaType]}`

/** The names under which a document may lie already. */
export const possibleFiles = (source: Source): string[] =>
  source.file === undefined ? MEDIA_TYPES.map((mediaType) => sourceFile(source, mediaType)) : [source.file]

/** What documents of a kind may be. */
export const mediaTypesOf = ({ kind }: Source): readonly MediaType[] =>
  kind === 'text copy' ? ['text/plain'] : ['application/pdf']
