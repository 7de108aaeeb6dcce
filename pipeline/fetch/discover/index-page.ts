import { Parser } from 'htmlparser2'

const isPdf = ({ protocol, pathname }: URL): boolean => /^https?:$/.test(protocol) && /\.pdf$/i.test(pathname)

/** The address as it is asked: without a fragment, and by https where the page that links to it came by https. */
const asked = (url: URL, page: URL): string => {
  url.hash = ''
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
      if (name === 'a' || name === 'area') links.push(href.trim())
    },
  })
  parser.end(html)
  const from = base ?? address
  return [
    ...new Set(
      links
        .filter((link) => URL.canParse(link, from))
        .map((link) => new URL(link, from))
        .filter(isPdf)
        .map((url) => asked(url, page)),
    ),
  ]
}
