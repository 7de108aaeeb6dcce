import { stripVTControlCharacters } from 'node:util'

/** Text of a release as Markdown that shows it as it is, in one line and without control characters. */
export const markdownText = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
