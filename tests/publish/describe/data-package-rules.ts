/**
 * What version 2 of the Data Package standard asks of a descriptor (https://datapackage.org/standard/), as a JSON Schema
 * of our own: its published profiles are in no package. It is stricter in one way, as it takes no property that the
 * standard does not name.
 */

const TEXT = { type: 'string', minLength: 1 } as const
const ADDRESS = { type: 'string', format: 'uri' } as const
/** Relative to the descriptor, and neither hidden nor outside of its folder; or on the web. */
const PATH = {
  type: 'string',
  anyOf: [
    { pattern: '^(?![./~])(?!.*(^|/)\\.\\.(/|$))(?!.*\\\\)(?!.*://).+$' },
    { pattern: '^(http|ftp)s?://.+$' },
  ],
} as const
const NAME = { type: 'string', pattern: '^[-a-z0-9._/]+$' } as const

type Schema = Readonly<Record<string, unknown>>

/** An object of these properties and no other. */
const object = (properties: Readonly<Record<string, Schema>>, ...required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const listOf = (items: Schema, minItems = 1): Schema => ({
  type: 'array',
  items,
  minItems,
  uniqueItems: true,
})

/** The address of a profile of the standard, which says what version a descriptor is of. */
const profile = (name: string): Schema => ({ const: `https://datapackage.org/profiles/2.0/${name}.json` })

/** A column of a type, with the constraints that the standard knows for it. */
const field = (
  type: string,
  more: Readonly<Record<string, Schema>>,
  constraints: readonly string[],
): Schema => {
  const known: Readonly<Record<string, Schema>> = {
    required: { type: 'boolean' },
    unique: { type: 'boolean' },
    enum: listOf({ type: type === 'boolean' ? 'boolean' : 'string' }),
    minimum: { type: 'number' },
    pattern: { type: 'string', format: 'regex' },
  }
  const names = ['required', ...constraints]
  return object(
    {
      name: TEXT,
      type: { const: type },
      description: TEXT,
      constraints: object(Object.fromEntries(names.map((name) => [name, known[name] ?? {}]))),
      ...more,
    },
    'name',
    'type',
  )
}

const TRUTHS = listOf({ type: 'string' })
const CATEGORIES = listOf(object({ value: { type: 'string' }, label: TEXT }, 'value'))

const FIELD: Schema = {
  oneOf: [
    field('string', { categories: CATEGORIES }, ['unique', 'enum', 'pattern']),
    field('integer', {}, ['unique', 'minimum']),
    field('number', {}, ['unique', 'minimum']),
    field('boolean', { trueValues: TRUTHS, falseValues: TRUTHS }, ['enum']),
    field('date', { format: { const: 'default' } }, ['unique']),
  ],
}

const FOREIGN_KEY = object(
  {
    fields: listOf(TEXT),
    reference: object({ resource: TEXT, fields: listOf(TEXT) }, 'fields'),
  },
  'fields',
  'reference',
)

const TABLE_SCHEMA = object(
  {
    $schema: profile('tableschema'),
    fields: listOf(FIELD),
    primaryKey: listOf(TEXT),
    foreignKeys: listOf(FOREIGN_KEY),
    missingValues: listOf({ type: 'string' }, 0),
  },
  '$schema',
  'fields',
)

const DIALECT = object({
  $schema: profile('tabledialect'),
  header: { type: 'boolean' },
  delimiter: TEXT,
  lineTerminator: TEXT,
  quoteChar: { type: 'string', minLength: 1, maxLength: 1 },
  doubleQuote: { type: 'boolean' },
  skipInitialSpace: { type: 'boolean' },
})

const RESOURCE = object(
  {
    $schema: profile('dataresource'),
    name: NAME,
    path: PATH,
    type: { const: 'table' },
    title: TEXT,
    description: TEXT,
    format: TEXT,
    mediatype: { type: 'string', pattern: '^[^/]+/[^/]+$' },
    encoding: TEXT,
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    dialect: DIALECT,
    schema: TABLE_SCHEMA,
  },
  'name',
  'path',
)

/** The whole descriptor. */
export const DATA_PACKAGE_RULES = object(
  {
    $schema: profile('datapackage'),
    name: NAME,
    title: TEXT,
    description: TEXT,
    homepage: ADDRESS,
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    created: { type: 'string', format: 'date-time' },
    keywords: listOf(TEXT),
    licenses: listOf({
      ...object({ name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path: PATH, title: TEXT }),
      anyOf: [{ required: ['name'] }, { required: ['path'] }],
    }),
    contributors: listOf({ ...object({ title: TEXT, path: PATH, roles: listOf(TEXT) }), minProperties: 1 }),
    sources: listOf({ ...object({ title: TEXT, path: PATH, version: TEXT }), minProperties: 1 }, 0),
    resources: listOf(RESOURCE),
  },
  '$schema',
  'resources',
)
