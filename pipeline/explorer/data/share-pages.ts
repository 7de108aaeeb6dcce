import { SECTIONS } from '../../../schemas/index.ts'
import { datasetProperties } from '../../publish/describe/index.ts'
import type { Summary } from './explorer-data.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

/** What a shared address shows; its address on the web is known where the build was given one. */
type Shared = Readonly<Record<'title' | 'description', string>> & { readonly url: string | undefined }

const makeTags = ({ title, description, url }: Shared): string =>
  Object.entries({ title, description, type: 'website', site_name: 'Cyberwellness Open Data', url })
    .flatMap(([property, content]) =>
      content === undefined ? [] : `  <meta property="og:${property}" content="${escapeHtml(content)}">\n`,
    )
    .join('')

/** Describes the release in the head of its page: tags for people who share it, a schema.org Dataset for search engines. */
export const describePage = (page: string, summary: Summary): string => {
  const { title, description, homepage: url, collection, files } = summary
  const dataset = {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    url: './',
    ...datasetProperties(summary, collection),
    distribution: files.map(({ name }) => ({
      '@type': 'DataDownload',
      name,
      contentUrl: `../${encodeURI(name)}`,
    })),
  }
  const tags = makeTags({ title, description, url })
  // no text can end the block, because `<` is written as its escape
  const json = JSON.stringify(dataset).replaceAll('<', '\\u003c')
  const head = `${tags}  <script type="application/ld+json">${json}</script>\n</head>`
  return page.replace('</head>', () => head)
}

/** A page without scripts: it carries a title and tags, since no server sees a fragment, and leads to a view. */
const makeSharePage = (shared: Shared, path: string): string => {
  const [title, description] = [escapeHtml(shared.title), escapeHtml(shared.description)]
  const view = `../index.html#/${path}`
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <meta name="description" content="${description}">
${makeTags(shared)}  <meta http-equiv="refresh" content="0; url=${view}">
</head>
<body><h1><a href="${view}">${title}</a></h1><p>${description}</p></body>
</html>
`
}

/** A page for each country and each indicator, by its name below the explorer: `country/KEN.html`. */
export const makeSharePages = ({ homepage, countries, documents }: Summary): Map<string, string> => {
  const latest = documents.filter(({ isLatest }) => isLatest)
  const measures = SECTIONS.map((section, place) => ({ ...section, place })).filter(
    ({ unit }) => unit === null,
  )
  const ofCountries = countries.map(({ code, name }) => {
    const statuses = latest.find(({ country }) => country === code)?.statuses ?? []
    const present = measures.filter(({ place }) => statuses[place] === 'present')
    const list = present.length > 0 ? `: ${present.map((measure) => measure.name).join(', ')}` : ''
    const description = `${name} has ${present.length} of ${measures.length} measures${list}.`
    return { path: `country/${code}`, title: `${name}: cybersecurity measures`, description }
  })
  const ofMeasures = measures.map(({ indicator, name, definition, place }) => {
    const count = latest.filter(({ statuses }) => statuses[place] === 'present').length
    const description = `Present in ${count} of ${latest.length} countries. ${definition}`
    return { path: `indicator/${indicator}`, title: `${name} by country`, description }
  })
  return new Map(
    [...ofCountries, ...ofMeasures].map(({ path, title, description }) => {
      const url = homepage && new URL(`explorer/${path}.html`, homepage.replace(/\/?$/, '/')).href
      const shared = { title: `${title} · Cyberwellness Open Data`, description, url }
      return [`${path}.html`, makeSharePage(shared, path)]
    }),
  )
}
