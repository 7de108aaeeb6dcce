import { Parser } from 'htmlparser2'
import { withoutSecrets } from '../../../schemas/index.ts'

/** Zero-width characters, which editors leave in links without seeing them. */
const ZERO_WIDTH = /[\u200b-\u200f\u2060\ufeff]/g

/** Links are no longer than this: servers refuse longer addresses. */
const MAX_LINK_CHARACTERS = 4096

/** Treats every tag as empty: a list of open elements takes quadratic time if they are never closed. */
class TagParser extends Parser {
  protected override isVoidElement(): boolean {
    return true
  }
}

/** The address of the PDF that a link leads to, by https where the page itself came by https. */
const findPdf = (link: string, base: URL, page: URL): string | null => {
  const visible = link.replace(ZERO_WIDTH, '').trim()
  const url = visible.length > MAX_LINK_CHARACTERS ? null : URL.parse(visible, base.href)
  if (url === null || !/^https?:$/.test(url.protocol) || !/\.pdf$/i.test(url.pathname)) return null
  url.hash = ''
  if (page.protocol === 'https:' && url.hostname === page.hostname && url.port === '') url.protocol = 'https:'
  return withoutSecrets(url.href)
}

/**
 * The addresses of all PDFs that a page links to, each once, in the order of the page. Relative links are resolved
 * against the page's `base`, where it has one, else against its address.
 */
export const linksToPdfs = (html: string, address: string): string[] => {
  const links: string[] = []
  let firstBase: string | undefined
  const onopentag = (name: string, { href }: Readonly<Record<string, string>>): void => {
    if (name === 'base') firstBase ??= href
    else if (href !== undefined && (name === 'a' || name === 'area')) links.push(href)
  }
  new TagParser({ onopentag }).end(html)
  const page = new URL(address)
  const base = URL.parse(firstBase ?? '', address) ?? page
  return [...new Set(links.flatMap((link) => findPdf(link, base, page) ?? []))]
}
