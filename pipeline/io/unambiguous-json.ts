import type { z } from 'zod'

/** What matters for keys; a sign after a backslash is part of a string. */
const SIGN = /\\.|["{}]/g
const COLON = /\s*:/y

/** Rejects JSON in which an object has the same key twice, at any depth and with any escapes. */
const refuseRepeatedKeys = (text: string): void => {
  const open: Set<string>[] = []
  let start: number | null = null
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    if (start === null) {
      if (sign === '{') open.push(new Set())
      else if (sign === '}') open.pop()
      else start = index
    } else if (sign === '"') {
      COLON.lastIndex = index + 1
      const key = COLON.test(text) ? String(JSON.parse(text.slice(start, index + 1))) : null
      const keys = open.at(-1)
      if (key !== null && keys?.has(key)) {
        const line = text.slice(0, start).split('\n').length
        throw new Error(
          `line ${line}: the key ${JSON.stringify(key.slice(0, 100))} occurs twice in one object`,
        )
      }
      if (key !== null) keys?.add(key)
      start = null
    }
  }
}

/**
 * The value of a JSON text (RFC 8259) in which no object has a key twice: of two values, a person may see one and
 * `JSON.parse` take the other.
 * @throws Error that says why it is not taken
 */
export const parseUnambiguousJson = (text: string): unknown => {
  const value: unknown = JSON.parse(text)
  refuseRepeatedKeys(text)
  return value
}

/** The first fault of a value and its place, such as `documents.0.sha256: is not …`, and how many more there are. */
export const describeFault = ({ issues }: z.ZodError): string => {
  const [first] = issues
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  return `${first?.path.join('.') || 'the file'}: ${first?.message}${more}`
}

/**
 * The value of an unambiguous JSON text that is as a schema says.
 * @throws Error that says what is wrong, and where
 */
export const parseJson = <Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> => {
  const { data, error } = schema.safeParse(parseUnambiguousJson(text))
  if (error !== undefined) throw new Error(describeFault(error))
  return data
}
