import { z } from 'zod'

/** A column as the descriptor of a release has it. */
export interface DescribedColumn {
  readonly name: string
  /** The type as Table Schema names it. */
  readonly type: string
  readonly nullable: boolean
  /** The closed list of its values; null where any will do. */
  readonly values: readonly string[] | null
}

const field = z.looseObject({
  name: z.string(),
  type: z.string().default('any'),
  constraints: z
    .looseObject({ required: z.boolean().optional(), enum: z.array(z.string()).optional() })
    .optional(),
})

const resource = z.looseObject({
  path: z.string(),
  schema: z.looseObject({ fields: z.array(field) }).optional(),
})

/** What of a descriptor is read. */
export const descriptor = z.looseObject({
  title: z.string().optional(),
  version: z.string().optional(),
  resources: z.array(resource).default([]),
})

const CSV_TABLE = /^([a-z_]+)\.csv$/

/** The columns of the tables and views of a release, by their CSV files. */
export const describedColumns = ({
  resources,
}: z.infer<typeof descriptor>): ReadonlyMap<string, readonly DescribedColumn[]> =>
  new Map(
    resources.flatMap(({ path, schema }) => {
      const table = CSV_TABLE.exec(path)?.[1]
      if (table === undefined || schema === undefined) return []
      const columns = schema.fields.map(
        ({ name, type, constraints }): DescribedColumn => ({
          name,
          type,
          nullable: constraints?.required !== true,
          values: constraints?.enum ?? null,
        }),
      )
      return [[table, columns] as const]
    }),
  )
