// The door for commands that fetch: apart from `index.ts`, so that no thread that reads documents loads an HTTP client.
export { addSources } from './add-sources.ts'
export { isSearchDue, runDiscover } from './discover/run-discover.ts'
export { readSettings } from './lock-request.ts'
export { reportPath, runFetch } from './run-fetch.ts'
