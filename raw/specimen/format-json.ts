/** What JSON can hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/** Widest line that holds a whole list; the width that the project's formatter keeps to. */
const LINE_WIDTH = 110

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** `used` is the number of characters before the value on its line. */
const format = (value: Json, indent: string, used: number): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  if (isList(value)) {
    const flat = `[${value.map((entry) => format(entry, inner, 0)).join(', ')}]`
    if (used + flat.length + 1 <= LINE_WIDTH) return flat
    return `[\n${value.map((entry) => inner + format(entry, inner, inner.length)).join(',\n')}\n${indent}]`
  }
  const members = Object.entries(value).flatMap(([key, member]) => {
    if (member === undefined) return []
    const lead = `${inner}${JSON.stringify(key)}: `
    return [lead + format(member, inner, lead.length)]
  })
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}

/** JSON as the project's formatter writes it: two spaces a level, a list on one line where it fits. */
export const formatJson = (value: Json): string => `${format(value, '', 0)}\n`
