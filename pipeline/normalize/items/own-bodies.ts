import { type Item, isReviewedEntity } from '../../../schemas/index.ts'
import { normaliseName } from '../name-words.ts'
import { TEAM } from './lexicon.ts'

const makeSlug = (name: string): string => normaliseName(name).replace(/[^a-z0-9]+/g, '-')

/** The name of a body without its abbreviation, and the abbreviation. */
const splitName = (text: string): { name: string; letters: string } => {
  const letters = /\(([\p{L}\p{N}][\p{L}\p{N}.&/ -]*)\)$/u.exec(text)?.[1] ?? ''
  return { name: makeSlug(text.replace(/\s*\([^()]*\)/g, '')), letters: makeSlug(letters) }
}

/** A team whose acronym does not say its country (`GovCERT`). */
const GENERIC_TEAM = /^(?:national-?|gov-?|mil-?|g)?(?:cert|csirt|cirt)s?$/

/** The team in a name that is like no other (`CERT-GH`); empty if it names no such team. */
const findTeam = (text: string): string => {
  const teams = (text.match(/[\p{L}\p{N}.-]+/gu) ?? []).filter((word) => TEAM.test(word)).map(makeSlug)
  return teams.find((team) => !GENERIC_TEAM.test(team)) ?? ''
}

/**
 * Gives an id to the bodies of a country that no table knows: its response teams, by their letters, and what several
 * sections of its profile name, by abbreviation or name and the country.
 */
export const identifyBodies = (items: readonly Item[]): Item[] => {
  const isOwn = ({ kind, entity_id }: Item): boolean =>
    kind === 'organisation' && !isReviewedEntity(entity_id)
  const spelled = items
    .filter(isOwn)
    .map(({ text }) => splitName(text))
    .filter(({ letters }) => letters !== '')
  const nameByLetters = new Map(spelled.map(({ name, letters }) => [letters, name]))
  const lettersByName = new Map(spelled.map(({ name, letters }) => [name, letters]))
  const findKey = ({ text }: Item): string => {
    const { name } = splitName(text)
    return nameByLetters.get(name) ?? name
  }
  const sections = Map.groupBy(items.filter(isOwn), findKey)
  return items.map((item) => {
    if (!isOwn(item)) return item
    const team = findTeam(item.text)
    if (team !== '' && !isReviewedEntity(team)) return { ...item, entity_id: team }
    const key = findKey(item)
    const isRepeated = new Set(sections.get(key)?.map(({ section_code }) => section_code)).size > 1
    const slug = lettersByName.get(key) ?? key
    return {
      ...item,
      entity_id: isRepeated && slug !== '' ? `${slug}-${item.country_code.toLowerCase()}` : null,
    }
  })
}
