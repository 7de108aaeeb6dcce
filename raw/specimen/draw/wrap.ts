/** A line of a wrapped paragraph. */
interface WrappedLine {
  readonly text: string
  /** Whether the paragraph, or its part up to a line feed, ends here. */
  readonly last: boolean
}

const wrapPart = (text: string, fits: (line: string) => boolean): WrappedLine[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    const longer = `${line} ${word}`
    if (line !== undefined && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map((line, index) => ({ text: line, last: index === lines.length - 1 }))
}

/** Breaks a text at spaces into lines that fit, and at every line feed; a word too wide gets a line of its own. */
export const wrap = (text: string, fits: (line: string) => boolean): WrappedLine[] =>
  text.split('\n').flatMap((part) => wrapPart(part, fits))
