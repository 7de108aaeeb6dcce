import { Parser } from 'htmlparser2'

const isPdf = ({ protocol, pathname }: URL): boolean => /^https?:$/.test(protocol) && /\.pdf$/i.test(pathname)

/** What editors of pages leave in links without seeing it: zero-width characters, at any place. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff]/g

/** The PDF that a link leads to: the address itself, or the one that it hands to a viewer on its own host. */
const pdfOf = (link: string, base: string): URL | null => {
  const seen = link.replace(UNSEEN, '').trim()
  if (!URL.canParse(seen, base)) return null
  const url = new URL(seen, base)
  if (isPdf(url)) return url
  if (!/^https?:$/.test(url.protocol)) return null
  const shown = [...url.searchParams.values()]
    .filter((value) => URL.canParse(value, url.href))
    .map((value) => new URL(value, url.href))
  return shown.find((other) => isPdf(other) && other.host === url.host) ?? null
}

/** Parameters by which SharePoint says how to show a document; the document is the same without them. */
const SHOWN_BY = ['csf', 'web', 'e', 'd']

/**
 * The address as it is asked: without a fragment and without parameters that say how to show a document, and by https
 * where the page that links to it came by https.
 */
const asked = (url: URL, page: URL): string => {
  url.hash = ''
  for (const name of SHOWN_BY) url.searchParams.delete(name)
  if (page.protocol === 'https:' && url.hostname === page.hostname && url.port === '') url.protocol = 'https:'
  return url.href
}

/**
 * The addresses of all PDFs that a page links to, each once, in the order of the page. Relative links are taken from the
 * page's `base`, where it has one, else from its address.
 */
export const linksToPdfs = (html: string, address: string): string[] => {
  const page = new URL(address)
  let base: string | null = null
  const links: string[] = []
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (href === undefined) return
      if (name === 'base' && base === null && URL.canParse(href, address)) base = new URL(href, address).href
      if (name === 'a' || name === 'area') links.push(href)
    },
  })
  parser.end(html)
  const from = base ?? address
  return [
    ...new Set(
      links
        .map((link) => pdfOf(link, from))
        .filter((url) => url !== null)
        .map((url) => asked(url, page)),
    ),
  ]
}
