import type { z } from 'zod'

/** What matters for keys, which end in a quote and a colon; a sign after a backslash is part of a string. */
const SIGN = /\\.|"(\s*:)?|[{}]/g

/** Rejects JSON in which an object has the same key twice, at any depth and with any escapes. */
const refuseRepeatedKeys = (text: string): void => {
  const open: Set<string>[] = []
  let start: number | null = null
  for (const { 0: sign, 1: colon, index } of text.matchAll(SIGN)) {
    if (start === null) {
      if (sign === '{') open.push(new Set())
      else if (sign === '}') open.pop()
      else start = index
    } else if (sign.startsWith('"')) {
      const keys = open.at(-1)
      if (colon !== undefined && keys !== undefined) {
        const key = String(JSON.parse(text.slice(start, index + 1)))
        if (keys.has(key)) {
          const [line, shown] = [text.slice(0, start).split('\n').length, key.slice(0, 100)]
          throw new Error(`line ${line}: the key ${JSON.stringify(shown)} occurs twice in one object`)
        }
        keys.add(key)
      }
      start = null
    }
  }
}

/** The first fault of a value and its place, such as `documents.0.sha256: is not …`, and how many more there are. */
export const describeFault = ({ issues }: z.ZodError): string => {
  const [first] = issues
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  return `${first?.path.join('.') || 'the file'}: ${first?.message}${more}`
}

/**
 * The value of a JSON text (RFC 8259), checked by a schema. No object may have a key twice: of two values, a person may
 * see one and `JSON.parse` take the other.
 * @throws Error that says what is wrong, and where
 */
export const parseJson = <Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> => {
  const value: unknown = JSON.parse(text)
  refuseRepeatedKeys(text)
  const { data, error } = schema.safeParse(value)
  if (error !== undefined) throw new Error(describeFault(error))
  return data
}
