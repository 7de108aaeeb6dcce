import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { withoutSecrets } from '../../../schemas/index.ts'

/** Zero-width characters, which editors leave in links without seeing them. */
const ZERO_WIDTH = /[\u200b-\u200f\u2060\ufeff]/g

/** Links are no longer than this: servers refuse longer addresses. */
const MAX_LINK_CHARACTERS = 4096

/** The PDF that a link leads to. */
const findPdf = (link: string, from: string): URL | null => {
  const visible = link.replace(ZERO_WIDTH, '').trim()
  const url = visible.length > MAX_LINK_CHARACTERS ? null : URL.parse(visible, from)
  return url !== null && /^https?:$/.test(url.protocol) && /\.pdf$/i.test(url.pathname) ? url : null
}

/** The address to ask, by https where the page itself came by https. */
const normaliseAddress = (url: URL, page: URL): string => {
  url.hash = ''
  if (page.protocol === 'https:' && url.hostname === page.hostname && url.port === '') url.protocol = 'https:'
  return withoutSecrets(url.href)
}

const ignore = (): void => undefined

/**
 * The base and links of a page, in order. The tokenizer alone is used: a parser that keeps the open elements takes
 * quadratic time for tags that are never closed.
 */
const readLinks = (html: string): { readonly base: string | null; readonly links: readonly string[] } => {
  const links: string[] = []
  let base: string | null = null
  let [tag, attribute, value] = ['', '', '']
  let href: string | null = null
  const endTag = (): void => {
    if (href !== null && /^(?:a|area)$/i.test(tag)) links.push(href)
    if (href !== null && /^base$/i.test(tag)) base ??= href
  }
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      tag = html.slice(start, end)
      href = null
    },
    onattribname: (start, end) => {
      attribute = html.slice(start, end)
      value = ''
    },
    onattribdata: (start, end) => {
      value += html.slice(start, end)
    },
    onattribentity: (codePoint) => {
      value += String.fromCodePoint(codePoint)
    },
    onattribend: () => {
      if (/^href$/i.test(attribute)) href ??= value
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
