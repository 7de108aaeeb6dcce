import { SPECIMEN_PLACES } from '../../schemas/specimen-places.ts'
import type { Specimen } from './specimen.ts'

/** The name of a specimen's files, without extension: the place in lower-case letters, hyphens for spaces. */
export const nameFile = ({ code }: Pick<Specimen, 'code'>): string =>
  SPECIMEN_PLACES.filter((place) => place.code === code)
    .map((place) => place.name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '-'))
    .join('')
