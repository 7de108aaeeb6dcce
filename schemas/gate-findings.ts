/**
 * What a finding does to a release: it may never take the place of the former one, takes it only if a person says so,
 * or takes it with a remark.
 */
export type Weight = 'forbids' | 'stops' | 'remarks'

interface FindingDefinition {
  readonly weight: Weight
  /** One sentence; `value` is what was found. */
  readonly message: (value: string) => string
}

/** All that the comparison of a release with the former one can find; the only place where its messages are written. */
export const GATE_FINDINGS = {
  specimens_over_data: {
    weight: 'forbids',
    message: () =>
      'It holds specimens about invented places, and the former release real profiles; name another output folder.',
  },
  specimens_over_unknown: {
    weight: 'forbids',
    message: () =>
      'It holds specimens about invented places, and what the former release holds cannot be told; name another output folder, or remove the former release.',
  },
  former_unreadable: {
    weight: 'stops',
    message: (value) => `The former release cannot be compared: ${value}`,
  },
  documents_lost: {
    weight: 'stops',
    message: (value) => `Documents of the former release are missing: ${value}.`,
  },
  tables_lost: { weight: 'stops', message: (value) => `Tables are missing: ${value}.` },
  columns_lost: { weight: 'stops', message: (value) => `Columns are missing: ${value}.` },
  columns_retyped: { weight: 'stops', message: (value) => `Columns have another type: ${value}.` },
  statuses_changed_widely: { weight: 'stops', message: (value) => `Too many statuses changed: ${value}.` },
  table_shrunken: { weight: 'stops', message: (value) => `A table has far fewer rows: ${value}.` },
  below_expectation: { weight: 'stops', message: (value) => `Less was read than is expected: ${value}.` },
  above_expectation: { weight: 'remarks', message: (value) => `More was read than is expected: ${value}.` },
  statuses_changed: { weight: 'remarks', message: (value) => `Statuses changed: ${value}.` },
  documents_added: { weight: 'remarks', message: (value) => `Documents were added: ${value}.` },
  documents_renamed: { weight: 'remarks', message: (value) => `Documents have another id: ${value}.` },
  columns_moved: { weight: 'remarks', message: (value) => `Columns stand in another order: ${value}.` },
  values_lost: {
    weight: 'remarks',
    message: (value) => `Closed lists of values have become shorter: ${value}.`,
  },
  not_compared: {
    weight: 'remarks',
    message: (value) => `The former release lacks these, so that they could not be compared: ${value}.`,
  },
  files_lost: {
    weight: 'remarks',
    message: (value) => `Files of the former release are not made now: ${value}.`,
  },
  specimens_replaced: {
    weight: 'remarks',
    message: () => 'The former release held specimens; it was not compared.',
  },
  version_kept: {
    weight: 'remarks',
    message: (value) => `The version is still that of the former release, though by the recipe ${value}.`,
  },
} as const satisfies Record<string, FindingDefinition>

export type GateCode = keyof typeof GATE_FINDINGS

/** Something found of a release when it was compared with the former one. */
export interface GateFinding {
  readonly code: GateCode
  readonly weight: Weight
  readonly message: string
}

/** Makes a finding from its code and what was found. */
export const makeFinding = (code: GateCode, value = ''): GateFinding => {
  const { weight, message }: FindingDefinition = GATE_FINDINGS[code]
  return { code, weight, message: message(value) }
}
