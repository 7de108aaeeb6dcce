import type { ComponentChild } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Section } from '../../../../schemas/sections.ts'
import { MEASURES } from '../model/catalogue.ts'
import { nameProfiles } from '../model/citation.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { availableSets, groupByRegion } from '../model/regions.ts'
import { percentPresent } from '../model/shares.ts'
import { plural } from '../model/text.ts'
import { ChartAt } from '../parts/chart-figure.tsx'
import { Choice } from '../parts/choice.tsx'
import { Heading } from '../parts/heading.tsx'
import { useRelease } from '../parts/release.ts'
import { SearchBox } from '../parts/search-box.tsx'
import { go, routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

/** The measure on which the regions of the UN are furthest apart. */
const findWidestGap = (entries: readonly CountryEntry[]): string => {
  const [, ...regions] = groupByRegion(entries, 'un')
  const findGap = ({ code }: Section): number => {
    const shares = regions.map((region) => percentPresent(region.entries, code))
    return Math.max(...shares) - Math.min(...shares)
  }
  return MEASURES.toSorted((left, right) => findGap(right) - findGap(left))[0]?.indicator ?? ''
}

/** Three findings that the release itself gives: the addresses of their charts. */
const chooseFindings = (entries: readonly CountryEntry[]): readonly (readonly string[])[] => [
  ['measures'],
  availableSets(entries).includes('un') ? ['regions', findWidestGap(entries)] : ['histogram'],
  ['scatter'],
]

/** Opens a country; with a button, since the arrow keys already change what a list has chosen. */
const ChooseCountry = (): ComponentChild => {
  const { entries } = useRelease()
  const [code, choose] = useState('')
  const open = (event: Event): void => {
    event.preventDefault()
    if (code !== '') go(routeHref('country', [code]))
  }
  return (
    <form onSubmit={open}>
      <Choice
        label="Choose your country"
        value={code}
        options={[
          { value: '', label: 'Country…' },
          ...entries.map((entry) => ({ value: entry.code, label: entry.name })),
        ]}
        onChoose={choose}
      />{' '}
      <button type="submit">Open</button>
    </form>
  )
}

/** The first page: what this is, what it shows, and the ways into it. */
export const StartView = ({ summary, entries }: ViewProps): ComponentChild => {
  const findings = useMemo(() => chooseFindings(entries), [entries])
  const example = summary.collection === 'specimen' ? '27001' : 'france cert'
  return (
    <>
      <div class="hero">
        <Heading title="What countries did for cybersecurity" />
        <p class="lead">
          What the {nameProfiles(summary)} say about {MEASURES.length} measures in{' '}
          {plural(entries.length, 'country', 'countries')}: laws, response teams, strategies, training,
          cooperation and child protection
          {summary.hasNotes ? ', each answer with its words and its source.' : '.'}
        </p>
        <div class="hero-ways">
          <SearchBox label="Search countries, laws, bodies and notes" />
          <ChooseCountry />
        </div>
        <p class="examples">
          For example <a href={routeHref('search', [], { q: example })}>{example}</a>,{' '}
          <a href={routeHref('search', [], { q: 'Budapest Convention' })}>Budapest Convention</a>, or{' '}
          <a href={routeHref('indicator', ['cirt'])}>countries with a response team</a>.
        </p>
      </div>
      <h2>Three findings</h2>
      <div class="findings">
        {findings.map((parts) => (
          <ChartAt key={parts[0]} parts={parts} level={3} fills />
        ))}
      </div>
      <ChartAt parts={['map']} isFarDown />
    </>
  )
}
