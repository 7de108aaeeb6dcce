import { type CopyPart, type CopyText, copyBytes, rowBytes } from './row-bytes.ts'
import type { OpenTableWriter } from './table-writer.ts'

const [QUOTE, BACKSLASH, SPACE] = [0x22, 0x5c, 0x20] as const

const copyEscaping: CopyPart = (from, start, end, to, at) => {
  let next = at
  for (let index = start; index < end; index++) {
    const byte = from[index] ?? 0
    if (byte === QUOTE || byte === BACKSLASH) to[next++] = BACKSLASH
    to[next++] = byte
  }
  return next
}

/** A text as JSON writes it, byte by byte; not for texts that hold control characters. */
const copyString: CopyText = (from, start, end, to, at) => {
  let escaped = false
  for (let index = start; index < end; index++) {
    const byte = from[index] ?? 0
    if (byte < SPACE) return null
    if (byte === QUOTE || byte === BACKSLASH) escaped = true
  }
  to[at] = QUOTE
  const next = (escaped ? copyEscaping : copyBytes)(from, start, end, to, at + 1)
  to[next] = QUOTE
  return next + 1
}

/** A table as a JSON array of records, one record a line, keys in column order; dates are ISO text. */
export const openJson: OpenTableWriter = ({ columns }, put) => {
  let isEmpty = true
  const layout = {
    before: columns.map(({ name }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`),
    cellText: JSON.stringify,
    copyText: copyString,
    most: { forByte: 2, beside: 2 },
    between: ',\n',
    end: '}',
  }
  const addRows = rowBytes(layout, put)
  return {
    write: (batch) => {
      if (isEmpty) put(Buffer.from('[\n'))
      isEmpty = false
      addRows(batch)
    },
    finish: () => put(Buffer.from(isEmpty ? '[]\n' : '\n]\n')),
  }
}
