import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Summary } from '../../data/explorer-data.ts'
import type { CountryEntry } from '../model/country-entry.ts'

/** The release that the page shows. */
export interface Release {
  readonly summary: Summary
  readonly entries: readonly CountryEntry[]
}

const ReleaseContext = createContext<Release | null>(null)

export const ReleaseProvider = ReleaseContext.Provider

/** The release, for the parts of views. */
export const useRelease = (): Release => {
  const release = useContext(ReleaseContext)
  if (release === null) throw new Error('No release is shown.')
  return release
}
