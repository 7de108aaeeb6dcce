import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Group = readonly [title: string, rows: string[][]]

const readCell = (cell: string): string =>
  cell
    .trim()
    .replaceAll(' ↵ ', '\n')
    .replaceAll(/\\(?:u[\da-f]{4}|[nrtf])/g, (code) => String(JSON.parse(`"${code}"`)))

/**
 * The cases of a test file, from the text file of its name beside it: a line each, with `|` between their cells, in
 * groups below `# title`. A line end is ` ↵ `, and what does not show is escaped as in JSON.
 */
export const readGroups = (testUrl: string): Group[] =>
  readFileSync(fileURLToPath(testUrl).replace(/\.test\.ts$/, '.txt'), 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((group) => {
      const [title = '', ...lines] = group.trim().split('\n')
      return [title, lines.filter(Boolean).map((line) => line.split('|').map(readCell))]
    })

/** The cases of one group of a test file. */
export const readCases = (testUrl: string, title: string): string[][] => {
  const group = readGroups(testUrl).find(([name]) => name === title)
  if (!group?.[1].length) throw new RangeError(`There is no case of “${title}”`)
  return group[1]
}
