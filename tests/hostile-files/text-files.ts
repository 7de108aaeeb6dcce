import { type HostileFile, hostile } from './hostile-file.ts'

const PROFILE = 'CYBERWELLNESS PROFILE\nIXOLUND\nBACKGROUND\n'

/** Enough sections behind the first for a profile, and the date. */
const REST = `1.1.2 REGULATION AND COMPLIANCE
None.
2.1 NATIONAL LEGISLATION
None.
2.2 UN CONVENTION AND PROTOCOL
None.
2.3 INSTITUTIONAL SUPPORT
None.
2.4 REPORTING MECHANISM
None.
Last updated on 12th August 2014
`

/** A profile whose first section says something, and its background figure something else. */
const profileOf = (note: string, population = '5'): string =>
  `${PROFILE}Total Population: ${population}\n1.1.1 CRIMINAL LEGISLATION\n${note}\n${REST}`

const utf16 = (text: string, order: 'big' | 'little'): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'little' ? bytes : bytes.swap16()
}

/** Text copies that are no text that anyone would write. */
export const TEXT_FILE_FILES: readonly HostileFile[] = [
  hostile('a-hundred-megabytes.txt', 'over_bytes', () => Buffer.alloc(100_000_001, 'words \n')),
  hostile('ninety-megabytes.txt', 'over_runs', () => Buffer.alloc(90_000_000, 'words and more words \n')),
  hostile('one-line-of-fifty-megabytes.txt', 'over_output', () => Buffer.alloc(50_000_000, 'words ')),
  hostile('one-line-under-the-limit.txt', 'not_a_profile', () => Buffer.alloc(10_000_000, 'words ')),
  hostile('one-word-under-the-limit.txt', 'not_a_profile', () => Buffer.alloc(19_000_000, 'w')),
  hostile('ten-thousand-titles.txt', 'not_a_profile', () =>
    'CYBERWELLNESS PROFILE\nIXOLUND\nBACKGROUND\n'.repeat(10_000),
  ),
  hostile('twenty-thousand-headings.txt', 'not_a_profile', () =>
    '1.1.1 CRIMINAL LEGISLATION\n'.repeat(20_000),
  ),
  hostile('twenty-thousand-headings-of-a-profile.txt', 'read', () =>
    profileOf('1.1.1 CRIMINAL LEGISLATION\nNone.\n'.repeat(20_000)),
  ),
  hostile('fifty-thousand-headings-level-with-text.txt', 'read', () =>
    profileOf('1.2.1 CIRT                        There is none.\n'.repeat(50_000)),
  ),
  hostile('twenty-thousand-headings-beside-text.txt', 'read', () =>
    profileOf('                                  There is none.\n1.2.1 CIRT\n'.repeat(20_000)),
  ),
  hostile('twenty-thousand-headings-beside-blocks.txt', 'read', () =>
    profileOf(`${' '.repeat(34)}There is\n1.2.1 CIRT\n${' '.repeat(34)}none.\n\n`.repeat(20_000)),
  ),
  hostile('a-line-of-a-hundred-thousand-columns.txt', 'read', () =>
    profileOf(`1.2.1 CIRT${'     none'.repeat(100_000)}\n${'1.2.1 CIRT     None.\n'.repeat(9)}`),
  ),
  hostile('a-note-of-a-megabyte.txt', 'read', () =>
    profileOf('There is a law, and a bill will be drafted.\n'.repeat(20_000)),
  ),
  hostile('a-list-of-ten-thousand.txt', 'read', () =>
    profileOf(`Specific legislation:\n${'- The Computer Act No. 12 of 2010.\n'.repeat(10_000)}`),
  ),
  hostile('a-bracket-open-over-fifty-thousand-entries.txt', 'read', () =>
    profileOf(`Specific legislation (\n${'- The Computer Act\n'.repeat(50_000)}`),
  ),
  hostile('twenty-thousand-acts-in-a-sentence.txt', 'read', () =>
    profileOf(`There is ${'the Act on Computer Crimes No 12 of 2001, '.repeat(20_000)}.`),
  ),
  hostile('twenty-thousand-addresses.txt', 'read', () =>
    profileOf(`See ${'http://a.example/b and c@d.example and '.repeat(20_000)}.`),
  ),
  hostile('a-word-of-a-hundred-thousand-hyphens.txt', 'read', () => profileOf('ab-'.repeat(100_000))),
  hostile('brackets-of-a-note.txt', 'read', () =>
    profileOf(`The law ${'('.repeat(50_000)} and ${')'.repeat(50_000)}.`),
  ),
  hostile('capitals-of-a-note.txt', 'read', () =>
    profileOf(`${'Ministry of Agency of National '.repeat(5_000)}.`),
  ),
  hostile('digits-of-a-figure.txt', 'read', () => profileOf('None.', '1 234 '.repeat(50_000))),
  hostile('little-endian.txt', 'read', () => utf16(profileOf('None.'), 'little')),
  hostile('big-endian.txt', 'read', () => utf16(profileOf('None.'), 'big')),
  hostile('byte-order-mark-alone.txt', 'empty_document', () => Buffer.from([0xef, 0xbb, 0xbf])),
  hostile('white-space-alone.txt', 'not_a_profile', () => ' \t\r\n\v\u00a0\u2003\u200b'.repeat(50_000)),
  hostile('encodings-mixed.txt', 'not_a_profile', () =>
    Buffer.concat([
      Buffer.from('words é “quoted” ', 'utf8'),
      Buffer.from('words é ', 'latin1'),
      Buffer.from([0xa1, 0xb0, 0xa1, 0xb1, 0x80, 0x81, 0xfe, 0xff]),
    ]),
  ),
  hostile('a-letter-of-a-million-accents.txt', 'not_a_profile', () => `e${'\u0301\u0316'.repeat(500_000)}\n`),
  hostile('every-line-end.txt', 'not_a_profile', () => 'words\r\r\n\u2028\u2029\u0085\v'.repeat(10_000)),
  hostile('turned-around.txt', 'not_a_profile', () => '\u202e\u2066words\u200f\u061c\n'.repeat(10_000)),
  hostile('emoji-families.txt', 'not_a_profile', () => '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(50_000)),
  hostile('letters-of-all-alphabets.txt', 'not_a_profile', () =>
    Array.from({ length: 0x2fff }, (_, index) => String.fromCodePoint(index + 0x20)).join(''),
  ),
]
