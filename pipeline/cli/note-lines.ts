import { stripVTControlCharacters } from 'node:util'
import type { Terminal } from './terminal.ts'

const NARROWEST = 40

const wrap = (text: string, width: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

const markEvidence = (note: string, evidence: string | null): string =>
  evidence === null || evidence === note ? note : note.replace(evidence, () => `«${evidence}»`)

/** A note in lines for a terminal, the words that decided in «», each line behind an indent. */
export const noteLines = (
  note: string | null,
  evidence: string | null,
  indent: string,
  { width }: Pick<Terminal, 'width'>,
): readonly string[] => {
  const shown = stripVTControlCharacters(markEvidence(note ?? '(nothing)', evidence))
  return wrap(shown, Math.max(NARROWEST, width) - indent.length).map((line) => indent + line)
}
