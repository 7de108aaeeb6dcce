import type { Collection, ReleaseInfo } from '../../../schemas/index.ts'
import { datasetProperties } from '../../publish/describe/index.ts'

/** What search engines are told of a release. */
export interface StructuredRelease {
  readonly info: ReleaseInfo
  readonly collection: Collection
  /** The files to download, by their path below the output folder. */
  readonly files: readonly { readonly name: string }[]
}

/** A release as a Dataset of schema.org; addresses are relative to the page. */
const dataset = ({ info, collection, files }: StructuredRelease): Record<string, unknown> => ({
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

/**
 * The page with a data block that describes the release (JSON-LD). It is data and no script: browsers do not run it, and
 * the content security policy of the page does not speak of it.
 */
export const withStructuredData = (page: string, release: StructuredRelease): string => {
  // no text can end the block: `<` is written as its escape
  const json = JSON.stringify(dataset(release)).replaceAll('<', '\\u003c')
  return page.replace('</head>', () => `  <script type="application/ld+json">${json}</script>\n  </head>`)
}
