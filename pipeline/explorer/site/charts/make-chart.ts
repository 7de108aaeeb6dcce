import type { Section } from '../../../../schemas/sections.ts'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES } from '../../../../schemas/statuses.ts'
import {
  findSection,
  findStatus,
  MEASURE_PILLARS,
  MEASURES,
  PILLAR_NAMES,
  presentCount,
} from '../model/catalogue.ts'
import type { CountryEntry } from '../model/country-entry.ts'
import { formatNumber, plural } from '../model/format.ts'
import { groupByRegion, parseRegionSet, REGION_SET_NAMES } from '../model/regions.ts'
import { countPresent, countStatuses, formatPercent, presentShare, toPercent } from '../model/shares.ts'
import { correlation, fitLine, median } from '../model/statistics.ts'
import { type Query, routeHref } from '../route/route.ts'
import type { Chart, Dot, ShareBar } from './chart.ts'

const INTERNET_USERS = '0.2'

/** How many countries far from the line are named on each side. */
const OUTLIERS_PER_SIDE = 4

const round = (value: number): number => Math.round(value * 10) / 10

/** The measures of a pillar, or all, and what they are called in a sentence. */
const chooseMeasures = (pillar: string): { sections: readonly Section[]; name: string; key: string } => {
  const chosen = MEASURE_PILLARS.find((candidate) => candidate.pillar === pillar)
  return chosen
    ? { sections: chosen.sections, name: PILLAR_NAMES[chosen.pillar].toLowerCase(), key: chosen.pillar }
    : { sections: MEASURES, name: 'all measures', key: '' }
}

/** All measures by the share of countries that have them. */
const measuresChart = (entries: readonly CountryEntry[]): Chart => {
  const rows = MEASURES.map(({ code, name }) => {
    const count = countPresent(entries, code)
    return { code, name, count, percent: toPercent(count, entries.length) }
  }).toSorted((left, right) => right.count - left.count)
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    title: 'What countries have and lack',
    sentence:
      first && last
        ? `${first.name} is the most common measure: ${first.count} of ${plural(entries.length, 'country', 'countries')} have it. ${last.name} is the rarest, with ${last.count}.`
        : '',
    drawing: {
      kind: 'shares',
      bars: rows.map(({ name, percent }) => ({ label: name, percent, note: formatPercent(percent) })),
    },
    data: {
      columns: ['section_code', 'indicator', 'present', 'countries', 'percent'],
      rows: rows.map(({ code, name, count, percent }) => [code, name, count, entries.length, round(percent)]),
    },
    address: routeHref('chart', ['measures']),
  }
}

/** One measure by region: all statuses, in per cent. */
const regionsChart = (entries: readonly CountryEntry[], section: Section, query: Query): Chart => {
  const set = parseRegionSet(query['by'])
  const groups = groupByRegion(entries, set)
  const bars = groups.map(({ name, entries: members }) => ({
    label: name,
    total: members.length,
    parts: countStatuses(members, section.code),
  }))
  const ranked = groups
    .slice(1)
    .map(({ name, entries: members }) => ({
      name,
      percent: toPercent(countPresent(members, section.code), members.length),
    }))
    .toSorted((left, right) => right.percent - left.percent)
  const [first, last] = [ranked[0], ranked.at(-1)]
  const all = toPercent(countPresent(entries, section.code), entries.length)
  return {
    title: `${section.name} by ${REGION_SET_NAMES[set]}`,
    sentence:
      first && last && first !== last
        ? `Present in ${formatPercent(all)} of countries: ${formatPercent(first.percent)} in ${first.name}, ${formatPercent(last.percent)} in ${last.name}.`
        : `Present in ${formatPercent(all)} of ${plural(entries.length, 'country', 'countries')}.`,
    drawing: { kind: 'stacked', bars },
    data: {
      columns: ['region', 'countries', 'status', 'count', 'percent'],
      rows: bars.flatMap(({ label, total, parts }) =>
        parts.map(({ status, count }) => [label, total, status, count, round(toPercent(count, total))]),
      ),
    },
    address: routeHref('chart', ['regions', section.indicator], { by: set === 'un' ? '' : set }),
  }
}

const toDots = (
  entries: readonly CountryEntry[],
  sections: readonly Section[],
): readonly Omit<Dot, 'isOutlier'>[] =>
  entries.flatMap(({ code, name, latest }) => {
    const x = latest.figures[INTERNET_USERS] ?? null
    return x === null ? [] : [{ code, name, x, y: presentCount(latest, sections) }]
  })

/** Internet use against measures present. */
const scatterChart = (entries: readonly CountryEntry[], query: Query): Chart => {
  const { sections, name, key } = chooseMeasures(query['pillar'] ?? '')
  const dots = toDots(entries, sections)
  const line = fitLine(dots)
  const strength = correlation(dots)
  const distance = ({ x, y }: { x: number; y: number }): number =>
    line === null ? 0 : y - (line.intercept + line.slope * x)
  const ranked = dots.toSorted((left, right) => distance(right) - distance(left))
  const outliers = new Set(
    line === null || dots.length <= 2 * OUTLIERS_PER_SIDE
      ? dots
      : [...ranked.slice(0, OUTLIERS_PER_SIDE), ...ranked.slice(-OUTLIERS_PER_SIDE)],
  )
  const names = (list: readonly { name: string }[]): string => list.map((dot) => dot.name).join(', ')
  const far =
    outliers.size < dots.length
      ? ` Furthest above the line: ${names(ranked.slice(0, OUTLIERS_PER_SIDE))}; furthest below: ${names(ranked.slice(-OUTLIERS_PER_SIDE).reverse())}.`
      : ''
  return {
    title: `Internet use and ${key === '' ? 'measures present' : name}`,
    sentence:
      strength === null
        ? `${plural(dots.length, 'country', 'countries')} with a figure for internet use.`
        : `Correlation ${strength.toFixed(2)} over ${plural(dots.length, 'country', 'countries')} with a figure for internet use.${far}`,
    drawing: {
      kind: 'dots',
      dots: dots.map((dot) => ({ ...dot, isOutlier: outliers.has(dot) })),
      maxY: sections.length,
      xLabel: 'Internet users (per cent of the population)',
      yLabel: key === '' ? 'Measures present' : `Measures present: ${name}`,
      line,
    },
    data: {
      columns: ['country', 'country_code', 'internet_users_percent', 'measures_present', 'above_line'],
      rows: ranked.map((dot) => [dot.name, dot.code, dot.x, dot.y, round(distance(dot))]),
    },
    address: routeHref('chart', ['scatter'], { pillar: key }),
  }
}

/** Countries by the number of measures present. */
const histogramChart = (entries: readonly CountryEntry[], query: Query): Chart => {
  const { sections, name, key } = chooseMeasures(query['pillar'] ?? '')
  const counts = entries.map(({ latest }) => presentCount(latest, sections))
  const bins = Array.from({ length: sections.length + 1 }, (_, value) => ({
    value,
    count: counts.filter((count) => count === value).length,
  }))
  return {
    title: `Countries by number of measures${key === '' ? '' : `: ${name}`}`,
    sentence: `Half of the countries have ${formatNumber(median(counts) ?? 0)} or fewer of ${plural(sections.length, 'measure')}.`,
    drawing: { kind: 'histogram', bins, xLabel: 'Measures present', yLabel: 'Countries' },
    data: {
      columns: ['measures_present', 'countries'],
      rows: bins.map(({ value, count }) => [value, count]),
    },
    address: routeHref('chart', ['histogram'], { pillar: key }),
  }
}

/** Every pillar by region, as small multiples. */
const pillarsChart = (entries: readonly CountryEntry[], query: Query): Chart => {
  const set = parseRegionSet(query['by'])
  const groups = groupByRegion(entries, set)
  const bars = MEASURE_PILLARS.flatMap(({ pillar, sections }) =>
    groups.map(({ name, entries: members }): ShareBar & { panel: string; countries: number } => ({
      panel: PILLAR_NAMES[pillar],
      label: name,
      percent: presentShare(members, sections),
      note: formatPercent(presentShare(members, sections)),
      countries: members.length,
    })),
  )
  const whole = bars.filter(({ label }) => label === groups[0]?.name)
  const ranked = whole.toSorted((left, right) => right.percent - left.percent)
  const [first, last] = [ranked[0], ranked.at(-1)]
  return {
    title: `Pillars by ${REGION_SET_NAMES[set]}`,
    sentence:
      first && last
        ? `Share of the measures of each pillar that are present: ${formatPercent(first.percent)} of ${first.panel.toLowerCase()}, ${formatPercent(last.percent)} of ${last.panel.toLowerCase()}.`
        : '',
    drawing: { kind: 'panels', bars },
    data: {
      columns: ['pillar', 'region', 'countries', 'percent_present'],
      rows: bars.map(({ panel, label, countries, percent }) => [panel, label, countries, round(percent)]),
    },
    address: routeHref('chart', ['pillars'], { by: set === 'un' ? '' : set }),
  }
}

/** The map of one measure, or of the number of measures. */
const mapChart = (entries: readonly CountryEntry[], section: Section | undefined): Chart => ({
  title: section ? `${section.name} by country` : 'Measures present by country',
  sentence: section
    ? `${STATUSES.map((status) => ({
        status,
        count: entries.filter(({ latest }) => findStatus(latest, section.code) === status).length,
      }))
        .filter(({ count }) => count > 0)
        .map(({ status, count }) => `${STATUS_APPEARANCE[status].label} in ${count}`)
        .join(', ')} of ${plural(entries.length, 'country', 'countries')}.`
    : `How many of ${MEASURES.length} measures the latest profile of each country reports as present.`,
  drawing: { kind: 'map', section: section?.code ?? '' },
  data: {
    columns: section
      ? ['country', 'country_code', 'section_code', 'indicator', 'status', 'source_date']
      : ['country', 'country_code', 'measures_present', 'source_date'],
    rows: entries.map(({ name, code, latest }) =>
      section
        ? [name, code, section.code, section.name, findStatus(latest, section.code), latest.date]
        : [name, code, presentCount(latest), latest.date],
    ),
  },
  address: routeHref('chart', section ? ['map', section.indicator] : ['map']),
})

/**
 * The chart that an address names, drawn from some countries; null if there is no such chart.
 * @param parts `measures`, `scatter`, `histogram`, `pillars`, `map`, `map/cirt` or `regions/cirt`
 */
export const makeChart = (
  parts: readonly string[],
  query: Query,
  entries: readonly CountryEntry[],
): Chart | null => {
  const [kind, name] = parts
  const section = findSection(name)
  switch (kind) {
    case 'measures':
      return measuresChart(entries)
    case 'regions':
      return section ? regionsChart(entries, section, query) : null
    case 'scatter':
      return scatterChart(entries, query)
    case 'histogram':
      return histogramChart(entries, query)
    case 'pillars':
      return pillarsChart(entries, query)
    case 'map':
      return name !== undefined && !section ? null : mapChart(entries, section)
    default:
      return null
  }
}
