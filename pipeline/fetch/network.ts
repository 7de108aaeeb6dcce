// The door for commands that fetch: apart from `index.ts`, so that no thread that reads documents loads an HTTP client.
export { addSources } from './add-sources.ts'
export type { FetchProgress } from './fetch-sources.ts'
export { FolderUnusable } from './folder-unusable.ts'
export { ListMalformed } from './listed-sources.ts'
export { readSettings, SettingsMalformed } from './read-settings.ts'
export { runDiscover } from './run-discover.ts'
export { reportPath, runFetch } from './run-fetch.ts'
