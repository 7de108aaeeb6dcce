import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { withoutSecrets } from '../../../schemas/index.ts'

const isPdf = ({ protocol, pathname }: URL): boolean => /^https?:$/.test(protocol) && /\.pdf$/i.test(pathname)

/** Zero-width characters, which editors leave in links without seeing them. */
const ZERO_WIDTH = /[\u200b-\u200f\u2060\ufeff]/g

/** Links are no longer than this: servers refuse longer addresses. */
const MAX_LINK_CHARACTERS = 4096

/** The PDF that a link leads to: the address itself, or the one that it hands to a viewer on its own host. */
const findPdf = (link: string, from: string): URL | null => {
  const visible = link.replace(ZERO_WIDTH, '').trim()
  if (visible.length > MAX_LINK_CHARACTERS || !URL.canParse(visible, from)) return null
  const url = new URL(visible, from)
  if (isPdf(url)) return url
  if (!/^https?:$/.test(url.protocol)) return null
  const base = url.origin + url.pathname
  for (const value of url.searchParams.values()) {
    if (!/\.pdf\b/i.test(value) || !URL.canParse(value, base)) continue
    const shown = new URL(value, base)
    if (isPdf(shown) && shown.host === url.host) return shown
  }
  return null
}

/** Parameters of SharePoint that say how to show a document and do not change it. */
const VIEW_PARAMETERS = ['csf', 'web', 'e', 'd']

/** The address to ask, without what does not name the document; by https where the page itself came by https. */
const normaliseAddress = (url: URL, page: URL): string => {
  url.hash = ''
  for (const name of VIEW_PARAMETERS) url.searchParams.delete(name)
  if (page.protocol === 'https:' && url.hostname === page.hostname && url.port === '') url.protocol = 'https:'
  return withoutSecrets(url.href)
}

const isLink = (tag: string): boolean => tag === 'a' || tag === 'area'

/**
 * The base and links of a page, in order. The tokenizer alone is used: a parser that keeps the open elements takes
 * quadratic time for tags that are never closed.
 */
const readLinks = (html: string): { readonly base: string | null; readonly links: readonly string[] } => {
  const links: string[] = []
  let base: string | null = null
  let tag = ''
  let attribute = ''
  let value = ''
  let href: string | null = null
  const ignore = (): void => undefined
  const endTag = (): void => {
    if (href !== null && isLink(tag)) links.push(href)
    if (href !== null && tag === 'base') base ??= href
  }
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      tag = html.slice(start, end).toLowerCase()
      href = null
    },
    onattribname: (start, end) => {
      attribute = html.slice(start, end).toLowerCase()
      value = ''
    },
    onattribdata: (start, end) => {
      value += html.slice(start, end)
    },
    onattribentity: (codePoint) => {
      value += String.fromCodePoint(codePoint)
    },
    onattribend: () => {
      if (attribute === 'href') href ??= value
    },
    onopentagend: endTag,
    onselfclosingtag: endTag,
    onclosetag: ignore,
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
    ontext: ignore,
    ontextentity: ignore,
  }
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks)
  tokenizer.write(html)
  tokenizer.end()
  return { base, links }
}

/**
 * The addresses of all PDFs that a page links to, each once, in the order of the page. Relative links are resolved
 * against the page's `base`, where it has one, else against its address.
 */
export const linksToPdfs = (html: string, address: string): string[] => {
  const page = new URL(address)
  const { base, links } = readLinks(html)
  const from = base !== null && URL.canParse(base, address) ? new URL(base, address).href : address
  const found = links.flatMap((link) => findPdf(link, from) ?? [])
  return [...new Set(found.map((url) => normaliseAddress(url, page)))]
}
