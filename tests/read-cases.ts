import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type ZodType, z } from 'zod'

/** Reads a table of cases from a YAML file among the fixtures. */
export const readCases = <Case>(file: string, row: ZodType<Case>): readonly Case[] =>
  z.array(row).parse(parse(readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8')))

/** Reads a table of texts and what is said of each. */
export const readTexts = (file: string) => readCases(file, z.tuple([z.string(), z.string()]))
