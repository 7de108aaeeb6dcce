import MiniSearch from 'minisearch'
import { createSearchIndex } from './search-index.ts'

// a script of its own, loaded with the first search
window.cyberwellnessData('search', (records, entities) => createSearchIndex(MiniSearch, records, entities))
