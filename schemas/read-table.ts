/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { z } from 'zod'

/** A cell with values that are separated by “; ”. */
export const list = z.string().transform((text) => text.split('; ').filter((part) => part !== ''))

/** A cell that may be empty. */
export const optional = z.string().transform((text) => text || null)

/** Reads a CSV file of this folder whose header is the keys of `line`. */
export const readTable = <Line extends z.ZodType>(name: string, line: Line): z.infer<Line>[] =>
  z.array(line).parse([...csvParse(readFileSync(new URL(name, import.meta.url), 'utf8'))])
