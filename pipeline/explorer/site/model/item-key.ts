import type { ItemRecord } from '../../data/explorer-data.ts'
import { fold } from './fold.ts'

/** By what items of one kind are the same: their code where it names one thing, else their words. */
export const itemKey = ({ kind, code, text }: ItemRecord): string =>
  code !== null && (kind === 'partner_country' || kind === 'standard') ? code : fold(text)
