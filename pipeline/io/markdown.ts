/** Text as a Markdown code span. */
export const code = (text: string): string => `\`${text}\``

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A Markdown table; every row has one cell for each head. */
export const markdownTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Markdown blocks as one text: an empty line between them, a line end at the end. */
export const markdownPage = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`
