import type { z } from 'zod'

const SIGN = /["{}]/g
const STRING_SIGN = /["\\]/g
const COLON = /\s*:/y

/** The index after the string that begins at `start`, in text that is JSON. */
const endOfString = (text: string, start: number): number => {
  STRING_SIGN.lastIndex = start + 1
  for (let sign = STRING_SIGN.exec(text); sign !== null; sign = STRING_SIGN.exec(text)) {
    if (sign[0] === '"') return STRING_SIGN.lastIndex
    STRING_SIGN.lastIndex += 1
  }
  return text.length
}

const isKey = (text: string, end: number): boolean => {
  COLON.lastIndex = end
  return COLON.test(text)
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** Rejects JSON in which an object has the same key twice, at any depth and with any escapes. */
const refuseRepeatedKeys = (text: string): void => {
  const open: Set<string>[] = []
  SIGN.lastIndex = 0
  for (let sign = SIGN.exec(text); sign !== null; sign = SIGN.exec(text)) {
    if (sign[0] === '{') open.push(new Set())
    else if (sign[0] === '}') open.pop()
    else {
      const end = endOfString(text, sign.index)
      SIGN.lastIndex = end
      if (!isKey(text, end)) continue
      const key: unknown = JSON.parse(text.slice(sign.index, end))
      const keys = open.at(-1)
      if (keys?.has(String(key))) {
        const shown = JSON.stringify(String(key).slice(0, 100))
        throw new Error(`line ${lineAt(text, sign.index)}: the key ${shown} occurs twice in one object`)
      }
      keys?.add(String(key))
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
