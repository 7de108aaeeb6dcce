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
import { type MapClass, mapClasses, NO_PROFILE, statusClass } from '../model/map-class.ts'
import { groupByRegion, parseRegionSet, REGION_SET_NAMES, type RegionSet } from '../model/regions.ts'
import {
  countPresent,
  countStatuses,
  formatPercent,
  percentPresent,
  presentShare,
  toPercent,
} from '../model/shares.ts'
import { correlation, fitLine, median } from '../model/statistics.ts'
import { formatNumber, plural } from '../model/text.ts'
import { type Query, routeHref } from '../route/route.ts'
import { describeSelection, parseSelection, selectionQuery } from '../route/selection.ts'
import type { Chart } from './chart.ts'

const INTERNET_USERS = '0.2'

/** How many countries far from the line are named on each side. */
const OUTLIERS_PER_SIDE = 4

type Entries = readonly CountryEntry[]
type Made = Omit<Chart, 'address' | 'classes'>

const round = (value: number): number => Math.round(value * 10) / 10

const countCountries = (entries: { readonly length: number }): string =>
  plural(entries.length, 'country', 'countries')

/** Rows by a value, the greatest first, and the first and last of them. */
const rank = <Row>(rows: readonly Row[], toValue: (row: Row) => number) => {
  const ranked = rows.toSorted((left, right) => toValue(right) - toValue(left))
  return { ranked, first: ranked[0], last: ranked.at(-1) }
}

/** Some measures, and what they are called in a sentence; the key is that of their pillar. */
interface Measures {
  readonly sections: readonly Section[]
  readonly name: string
  readonly key: string
}

/** The measures of a pillar, or all. */
const chooseMeasures = (pillar: string | undefined): Measures => {
  const chosen = MEASURE_PILLARS.find((candidate) => candidate.pillar === pillar)
  return chosen
    ? { sections: chosen.sections, name: PILLAR_NAMES[chosen.pillar].toLowerCase(), key: chosen.pillar }
    : { sections: MEASURES, name: 'all measures', key: '' }
}

/** All measures by the share of countries that have them. */
const measuresChart = (entries: Entries): Made => {
  const rows = MEASURES.map(({ code, name }) => ({ code, name, count: countPresent(entries, code) }))
  const { ranked, first, last } = rank(rows, ({ count }) => count)
  const share = (count: number): number => toPercent(count, entries.length)
  return {
    title: 'What countries have and lack',
    sentence:
      first && last
        ? `${first.name} is the most common measure: ${first.count} of ${countCountries(entries)} have it. ${last.name} is the rarest, with ${last.count}.`
        : '',
    drawing: {
      kind: 'shares',
      bars: ranked.map(({ name, count }) => ({ panel: '', label: name, percent: share(count) })),
    },
    data: {
      columns: ['section_code', 'indicator', 'present', 'countries', 'percent'],
      rows: ranked.map(({ code, name, count }) => [code, name, count, entries.length, round(share(count))]),
    },
  }
}

/** One measure by region: all statuses, in per cent. */
const regionsChart = (entries: Entries, { code, name }: Section, set: RegionSet): Made => {
  const groups = groupByRegion(entries, set).map((group) => ({
    label: group.name,
    total: group.entries.length,
    parts: countStatuses(group.entries, code),
    percent: percentPresent(group.entries, code),
  }))
  const [all, ...regions] = groups
  const { first, last } = rank(regions, ({ percent }) => percent)
  const share = formatPercent(all?.percent ?? 0)
  return {
    title: `${name} by ${REGION_SET_NAMES[set]}`,
    sentence:
      first && last && first !== last
        ? `Present in ${share} of countries: ${formatPercent(first.percent)} in ${first.label}, ${formatPercent(last.percent)} in ${last.label}.`
        : `Present in ${share} of ${countCountries(entries)}.`,
    drawing: { kind: 'stacked', bars: groups },
    data: {
      columns: ['region', 'countries', 'status', 'count', 'percent'],
      rows: groups.flatMap(({ label, total, parts }) =>
        parts.map(({ status, count }) => [label, total, status, count, round(toPercent(count, total))]),
      ),
    },
  }
}

/** Internet use against measures present. */
const scatterChart = (entries: Entries, { sections, name, key }: Measures): Made => {
  const dots = entries.flatMap(({ code, name, latest }) => {
    const x = latest.figures[INTERNET_USERS] ?? null
    return x === null ? [] : [{ code, name, x, y: presentCount(latest, sections) }]
  })
  const line = fitLine(dots)
  const strength = correlation(dots)
  const distance = ({ x, y }: { x: number; y: number }): number =>
    line === null ? 0 : y - (line.intercept + line.slope * x)
  const { ranked } = rank(dots, distance)
  const [above, below] = [ranked.slice(0, OUTLIERS_PER_SIDE), ranked.slice(-OUTLIERS_PER_SIDE).reverse()]
  const hasOutliers = line !== null && dots.length > 2 * OUTLIERS_PER_SIDE
  const outliers = new Set(hasOutliers ? [...above, ...below] : dots)
  const listNames = (list: readonly { name: string }[]): string => list.map((dot) => dot.name).join(', ')
  const counted = `${countCountries(dots)} with a figure for internet use.`
  return {
    title: `Internet use and ${key === '' ? 'measures present' : name}`,
    sentence: [
      strength === null ? counted : `Correlation ${strength.toFixed(2)} over ${counted}`,
      hasOutliers && `Furthest above the line: ${listNames(above)}; furthest below: ${listNames(below)}.`,
    ]
      .filter((part) => part !== false)
      .join(' '),
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
  }
}

/** Countries by the number of measures present. */
const histogramChart = (entries: Entries, { sections, name, key }: Measures): Made => {
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
  }
}

/** Every pillar by region, as small multiples. */
const pillarsChart = (entries: Entries, set: RegionSet): Made => {
  const groups = groupByRegion(entries, set)
  const bars = MEASURE_PILLARS.flatMap(({ pillar, sections }) =>
    groups.map(({ name, entries: members }) => ({
      panel: PILLAR_NAMES[pillar],
      label: name,
      percent: presentShare(members, sections),
      countries: members.length,
    })),
  )
  const whole = bars.filter(({ label }) => label === groups[0]?.name)
  const { first, last } = rank(whole, ({ percent }) => percent)
  return {
    title: `Pillars by ${REGION_SET_NAMES[set]}`,
    sentence:
      first && last
        ? `Share of the measures of each pillar that are present: ${formatPercent(first.percent)} of ${first.panel.toLowerCase()}, ${formatPercent(last.percent)} of ${last.panel.toLowerCase()}.`
        : '',
    drawing: { kind: 'shares', bars },
    data: {
      columns: ['pillar', 'region', 'countries', 'percent_present'],
      rows: bars.map(({ panel, label, countries, percent }) => [panel, label, countries, round(percent)]),
    },
  }
}

/** The map of the number of measures. */
const countMap = (entries: Entries): Made => ({
  title: 'Measures present by country',
  sentence: `How many of ${MEASURES.length} measures the latest profile of each country reports as present.`,
  drawing: { kind: 'map', section: '', entries },
  data: {
    columns: ['country', 'country_code', 'measures_present', 'source_date'],
    rows: entries.map(({ name, code, latest }) => [name, code, presentCount(latest), latest.date]),
  },
})

/** The map of one measure. */
const statusMap = (entries: Entries, section: Section): Made => {
  const counts = countStatuses(entries, section.code).map(
    ({ status, count }) => `${STATUS_APPEARANCE[status].label} in ${count}`,
  )
  return {
    title: `${section.name} by country`,
    sentence: `${counts.join(', ')} of ${countCountries(entries)}.`,
    drawing: { kind: 'map', section: section.code, entries },
    data: {
      columns: ['country', 'country_code', 'section_code', 'indicator', 'status', 'source_date'],
      rows: entries.map(({ name, code, latest }) => [
        name,
        code,
        section.code,
        section.name,
        findStatus(latest, section.code),
        latest.date,
      ]),
    },
  }
}

const listClasses = ({ drawing }: Made): readonly MapClass[] => {
  if (drawing.kind === 'map') return [...mapClasses(drawing.entries, drawing.section), NO_PROFILE]
  if (drawing.kind !== 'stacked') return []
  const shown = new Set(drawing.bars.flatMap(({ parts }) => parts.map(({ status }) => status)))
  return STATUSES.filter((status) => shown.has(status)).map(statusClass)
}

/**
 * The chart that an address names, drawn from some countries; null if there is no such chart.
 * @param parts `measures`, `scatter`, `histogram`, `pillars`, `map`, `map/cirt` or `regions/cirt`
 * @param query `by` and `pillar`, and what the countries were chosen by
 */
export const makeChart = (parts: readonly string[], query: Query, entries: Entries): Chart | null => {
  const [kind = '', name = ''] = parts
  const section = findSection(name)
  const set = parseRegionSet(query['by'])
  const measures = chooseMeasures(query['pillar'])
  const makers: Readonly<Record<string, () => Made | undefined>> = {
    measures: () => measuresChart(entries),
    regions: () => section && regionsChart(entries, section, set),
    scatter: () => scatterChart(entries, measures),
    histogram: () => histogramChart(entries, measures),
    pillars: () => pillarsChart(entries, set),
    map: () => (name === '' ? countMap(entries) : section && statusMap(entries, section)),
  }
  const made = Object.hasOwn(makers, kind) ? makers[kind]?.() : undefined
  if (made === undefined) return null
  const selection = parseSelection(query)
  return {
    ...made,
    classes: listClasses(made),
    title: [made.title, ...describeSelection(selection)].join(', '),
    address: routeHref('chart', [kind, section?.indicator ?? ''], {
      by: set === 'un' ? '' : set,
      pillar: measures.key,
      ...selectionQuery(selection),
    }),
  }
}
