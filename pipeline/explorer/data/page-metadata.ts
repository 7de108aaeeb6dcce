import { datasetProperties } from '../../publish/describe/index.ts'
import type { ExplorerRelease } from '../write-explorer.ts'

/** A release as a Dataset of schema.org; addresses are relative to the page. */
const toDataset = ({ info, collection, files }: ExplorerRelease): Record<string, unknown> => ({
  '@context': 'https://schema.org/',
  '@type': 'Dataset',
  url: './',
  ...datasetProperties(info, collection),
  distribution: files.map(({ name }) => ({
    '@type': 'DataDownload',
    name,
    contentUrl: `../${encodeURI(name)}`,
  })),
})

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

const metaTag = ([property, content]: readonly [string, string]): string =>
  `<meta property="og:${property}" content="${escapeHtml(content)}">`

/** Describes the release in the head of the page: `og:` tags for people who share it, JSON-LD for search engines. */
export const describePage = (page: string, release: ExplorerRelease): string => {
  const { title, description, homepage } = release.info
  const tags = [
    ['title', title],
    ['description', description],
    ['type', 'website'],
    ['site_name', 'Cyberwellness Open Data'],
    ...(homepage === undefined ? [] : [['url', homepage] as const]),
  ] as const
  // no text can end the block, because `<` is written as its escape
  const json = JSON.stringify(toDataset(release)).replaceAll('<', '\\u003c')
  const head = [...tags.map(metaTag), `<script type="application/ld+json">${json}</script>`]
  return page.replace('</head>', () => `${head.map((line) => `  ${line}\n  `).join('')}</head>`)
}
