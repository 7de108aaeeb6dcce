import { diffWords } from 'diff'
import { markdownText } from './markdown-text.ts'

/** How much of what stayed is shown on each side of a change, in characters. */
const CONTEXT = 40

/** Beyond so many changed words, the two texts have too little in common to be shown in one. */
const MOST_EDITS = 200

const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
  const start = isFirst ? '' : text.slice(0, CONTEXT)
  const end = isLast ? '' : text.slice(-CONTEXT)
  return start.length + end.length >= text.length ? text : `${start}…${end}`
}

/** What changed between two texts, as Markdown: ~~struck out~~ what went, **bold** what came. */
export const wordChange = (from: string, to: string): string => {
  const parts = diffWords(from, to, { maxEditLength: MOST_EDITS })
  if (parts === undefined) return `~~${markdownText(from)}~~ **${markdownText(to)}**`
  return parts
    .map(({ value, added, removed }, index) => {
      const marked = markdownText(value.trim())
      if (!added && !removed) return markdownText(shortened(value, index === 0, index === parts.length - 1))
      if (marked === '') return value
      return removed ? ` ~~${marked}~~ ` : ` **${marked}** `
    })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()
}
