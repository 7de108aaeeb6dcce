import type { z } from 'zod'
import { column, DOCUMENT_ID, SHA256 } from './column.ts'
import { listKeys } from './list-keys.ts'
import { defineTable } from './table.ts'

/** Which set a document belongs to: real profiles, or the project’s own specimens. */
export const COLLECTION_MEANINGS = {
  'itu-cyberwellness': 'A Cyberwellness Profile of the ITU.',
  specimen: 'A specimen that this project wrote about an invented place; never mixed with real profiles.',
} as const
export type Collection = keyof typeof COLLECTION_MEANINGS

export const COUNTRY_SOURCE_MEANINGS = {
  title: 'The title of the profile.',
  file_name: 'The name of the file, where the title names no country.',
  notes: 'The notes, where neither title nor file name does.',
} as const
export type CountrySource = keyof typeof COUNTRY_SOURCE_MEANINGS

export const MEDIA_TYPE_MEANINGS = {
  'application/pdf': 'A PDF file.',
  'text/plain': 'A text file: a copy of a profile, by a person or a program.',
} as const
export type MediaType = keyof typeof MEDIA_TYPE_MEANINGS
export const MEDIA_TYPES = listKeys(MEDIA_TYPE_MEANINGS)

export const documents = defineTable({
  name: 'documents',
  description: 'One row for each profile that was read; a file may contain several.',
  primaryKey: ['document_id'],
  columns: {
    document_id: column.code(
      DOCUMENT_ID,
      'Country code, source date, the first eight hexadecimal digits of the SHA-256 and, if the file contains several profiles, the page on which this one begins.',
    ),
    collection: column.choice(
      listKeys(COLLECTION_MEANINGS),
      'Real profiles, or the project’s own specimens about invented places.',
    ),
    country_code: column.countryCode('ISO 3166-1 alpha-3; samples use the user-assigned codes XAA to XXZ.'),
    country: column.text('Country name in English, from the project’s reviewed table.'),
    country_printed: column.optionalText('The name as the profile prints it; null if it prints no name.'),
    country_source: column.choice(listKeys(COUNTRY_SOURCE_MEANINGS), 'Where the country was read.'),
    title: column.optionalText('The title line as printed.'),
    file_name: column.text('Path of the file below the input folder.'),
    source_url: column.optionalText('Where the document was published.'),
    mirror_url: column.optionalText('Where the bytes were fetched, if not from the source.'),
    retrieved: column.date('Day on which the bytes were fetched.').nullable(),
    captured: column
      .date('Day on which the web archive captured the bytes, if they come from it.')
      .nullable(),
    sha256: column.code(SHA256, 'SHA-256 of the bytes.'),
    bytes: column.integer('Size of the file.', { unit: 'bytes' }),
    media_type: column.choice(MEDIA_TYPES, 'What the bytes are.'),
    pages: column.integer('Number of pages of the file.'),
    first_page: column.integer('Page of the file on which the profile begins, counted from 1.'),
    last_page: column.integer('Page of the file on which the profile ends.'),
    producer: column.optionalText('Program that made the PDF, as the file says.'),
    source_date: column.date('Date of the line “Last updated on”.').nullable(),
    source_date_printed: column.optionalText('That date as printed.'),
    characters: column.integer('Visible characters of the profile, white space left out.'),
    characters_title: column.integer('Those in the title block.'),
    characters_background: column.integer('Those in the background figures and their sources.'),
    characters_headings: column.integer('Those in headings, and in remarks below the headings of parts.'),
    characters_notes: column.integer('Those in notes.'),
    characters_closing: column.integer('Those in the closing lines.'),
    characters_furniture: column.integer('Those in running heads, page numbers and other page furniture.'),
    characters_unexplained: column.integer('Those in no other part; anything above zero is also an issue.'),
    warnings: column.integer('Number of warnings and errors in issues.json for this document.'),
  },
})
export type DocumentRow = z.infer<typeof documents.row>
