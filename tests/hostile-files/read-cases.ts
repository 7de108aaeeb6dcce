import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { type PdfObject, pdfOfPages, rawPdf, stream, value, WORDS } from './raw-pdf.ts'

/** A hostile or broken file made when it is needed, and what must become of it. */
export interface HostileFile {
  readonly name: string
  /** The code of the issue that rejects it, `read` where it gives rows, or `passed over` where it is not even listed. */
  readonly outcome: string
  readonly make: () => Uint8Array | Promise<Uint8Array>
}

const FOLDER = new URL('../fixtures/hostile-files/', import.meta.url)

/** A value, or a stream with more entries of its dictionary; with `times`, that many objects, `#` as in {@link expand}. */
const OBJECT = z.union([
  z.string().transform((text) => ({ value: text })),
  z.strictObject({ value: z.string(), times: z.int().optional() }),
  z.strictObject({ stream: z.string(), entries: z.string().optional(), times: z.int().optional() }),
  z.strictObject({ hex: z.string(), entries: z.string().optional() }),
])

/** A text, bytes, a profile with a note, a PDF of these very objects, or one with a page (of words, unless said). */
const FILE = z.union([
  z.string(),
  z.strictObject({ hex: z.string() }),
  z.strictObject({ note: z.string(), population: z.string().optional() }),
  z.strictObject({ objects: z.array(OBJECT), trailer: z.string().default('') }),
  z.strictObject({
    contents: z
      .union([z.string().transform((text) => ({ stream: text })), OBJECT])
      .default({ stream: '$WORDS' }),
    mediaBox: z.string().optional(),
    catalogue: z.string().optional(),
    page: z.string().optional(),
    /** Resources of the page beside its font. */
    resources: z.string().optional(),
    font: z.string().optional(),
    more: z.array(OBJECT).default([]),
  }),
])

const FILES = z.record(z.string(), z.record(z.string(), FILE))

/** Enough sections behind the first for a profile, and the date. */
const REST = `1.1.2 REGULATION AND COMPLIANCE
None.
2.1 NATIONAL LEGISLATION
None.
2.2 UN CONVENTION AND PROTOCOL
None.
2.3 INSTITUTIONAL SUPPORT
None.
2.4 REPORTING MECHANISM
None.
Last updated on 12th August 2014
`

/** A profile whose first section says something, and its background figure something else. */
export const makeProfile = (note: string, population = '5'): string =>
  `CYBERWELLNESS PROFILE\nIXOLUND\nBACKGROUND\nTotal Population: ${population}\n1.1.1 CRIMINAL LEGISLATION\n${note}\n${REST}`

/** Puts a number in the place of `#`, and one that is greater by 6 in the place of `#+6`. */
const putNumber = (text: string, number: number): string =>
  text.replace(/#(?:\+(\d+))?/g, (_, more = 0) => String(number + Number(more)))

const repeat = (text: string, times: number): string =>
  text.includes('#')
    ? Array.from({ length: times }, (_, index) => putNumber(text, index)).join('')
    : text.repeat(times)

type Variables = Readonly<Record<string, string>>

/** Puts variables in the place of `$NAME`, and repeats `«text»*3`, in which `#` counts from 0. */
const expand = (text: string, variables: Variables): string =>
  text
    .replace(/\$([A-Z]+)/g, (whole, name) => variables[name] ?? whole)
    .replace(/«([^»]*)»\*(\d+)/g, (_, part, times) => repeat(part, Number(times)))

const makeFile = (file: z.infer<typeof FILE>, variables: Variables): Uint8Array => {
  const fill = (text: string): string => expand(text, variables)
  const bytes = (hex: string): Buffer => Buffer.from(fill(hex).replace(/\s/g, ''), 'hex')
  const makeObjects = (object: z.infer<typeof OBJECT>): readonly PdfObject[] => {
    if ('hex' in object) return [stream(bytes(object.hex), fill(object.entries ?? ''))]
    const makeObject = (put: typeof fill): PdfObject =>
      'value' in object ? value(put(object.value)) : stream(put(object.stream), put(object.entries ?? ''))
    if (!('times' in object)) return [makeObject(fill)]
    return Array.from({ length: object.times ?? 1 }, (_, index) =>
      makeObject((text) => putNumber(fill(text), index)),
    )
  }
  if (typeof file === 'string') return Buffer.from(fill(file))
  if ('hex' in file) return bytes(file.hex)
  if ('note' in file)
    return Buffer.from(makeProfile(fill(file.note), file.population && fill(file.population)))
  if ('objects' in file) return rawPdf(file.objects.flatMap(makeObjects), file.trailer)
  const { contents, mediaBox, catalogue, page, resources, font, more } = file
  return pdfOfPages(makeObjects(contents), {
    ...(mediaBox && { mediaBox: fill(mediaBox) }),
    catalogue: fill(catalogue ?? ''),
    page: fill(resources ? `/Resources << /Font << /F1 3 0 R >> ${resources} >>` : (page ?? '')),
    ...(font && { font: value(fill(font)) }),
    more: more.flatMap(makeObjects),
  })
}

/**
 * Reads the hostile files that are described by their text.
 * @param variables that the texts may name
 */
export const readCases = async (variables: Variables): Promise<readonly HostileFile[]> => {
  const names = await readdir(FOLDER)
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, FOLDER), 'utf8')))
  return texts.flatMap((text) =>
    Object.entries(FILES.parse(parse(text))).flatMap(([outcome, files]) =>
      Object.entries(files).map(([name, file]) => ({
        name,
        outcome,
        make: () => makeFile(file, { WORDS, ...variables }),
      })),
    ),
  )
}
