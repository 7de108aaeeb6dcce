import type { HostileFiles } from './hostile-file.ts'

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
const makeProfile = (note: string, population = '5'): string =>
  `${PROFILE}Total Population: ${population}\n1.1.1 CRIMINAL LEGISLATION\n${note}\n${REST}`

const utf16 = (text: string, order: 'big' | 'little'): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'little' ? bytes : bytes.swap16()
}

/** Text copies that nobody would write. */
export const TEXT_FILES: HostileFiles = {
  over_runs: {
    'many-short-lines.txt': () => Buffer.alloc(800_000, 'words and more words \n'),
  },
  over_output: {
    'one-line-over-the-limit.txt': () => Buffer.alloc(21_000_000, 'words '),
  },
  not_a_profile: {
    'a-long-line.txt': () => Buffer.alloc(1_000_000, 'words '),
    'a-long-word.txt': () => Buffer.alloc(1_000_000, 'w'),
    'a-thousand-titles.txt': () => 'CYBERWELLNESS PROFILE\nIXOLUND\nBACKGROUND\n'.repeat(1_000),
    'two-thousand-headings.txt': () => '1.1.1 CRIMINAL LEGISLATION\n'.repeat(2_000),
    'white-space-alone.txt': () => ' \t\r\n\v\u00a0\u2003\u200b'.repeat(2_500),
    'encodings-mixed.txt': () =>
      Buffer.concat([
        Buffer.from('words é “quoted” ', 'utf8'),
        Buffer.from('words é ', 'latin1'),
        Buffer.from([0xa1, 0xb0, 0xa1, 0xb1, 0x80, 0x81, 0xfe, 0xff]),
      ]),
    'a-letter-of-a-million-accents.txt': () => `e${'\u0301\u0316'.repeat(500_000)}\n`,
    'every-line-end.txt': () => 'words\r\r\n\u2028\u2029\u0085\v'.repeat(2_500),
    'turned-around.txt': () => '\u202e\u2066words\u200f\u061c\n'.repeat(2_500),
    'emoji-families.txt': () => '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(2_500),
    'letters-of-all-alphabets.txt': () =>
      Array.from({ length: 0x2fff }, (_, index) => String.fromCodePoint(index + 0x20)).join(''),
  },
  read: {
    'two-thousand-headings-of-a-profile.txt': () =>
      makeProfile('1.1.1 CRIMINAL LEGISLATION\nNone.\n'.repeat(2_000)),
    'many-headings-level-with-text.txt': () =>
      makeProfile('1.2.1 CIRT                        There is no team.\n'.repeat(2_500)),
    'two-thousand-headings-beside-text.txt': () =>
      makeProfile('                                  There is no team.\n1.2.1 CIRT\n'.repeat(2_000)),
    'two-thousand-headings-beside-blocks.txt': () =>
      makeProfile(`${' '.repeat(34)}There is\n1.2.1 CIRT\n${' '.repeat(34)}none.\n\n`.repeat(2_000)),
    'a-line-of-five-thousand-columns.txt': () =>
      makeProfile(`1.2.1 CIRT${'     none'.repeat(5_000)}\n${'1.2.1 CIRT     None.\n'.repeat(9)}`),
    'a-long-note.txt': () => makeProfile('There is a law, and a bill will be drafted.\n'.repeat(2_000)),
    'a-list-of-2500.txt': () =>
      makeProfile(`Specific legislation:\n${'- The Computer Act No. 12 of 2010.\n'.repeat(2_500)}`),
    'a-bracket-open-over-ten-thousand-entries.txt': () =>
      makeProfile(`Specific legislation (\n${'- The Computer Act\n'.repeat(2_500)}`),
    '1500-acts-in-a-sentence.txt': () =>
      makeProfile(`There is ${'the Act on Computer Crimes No 12 of 2001, '.repeat(1_500)}.`),
    'two-thousand-addresses.txt': () =>
      makeProfile(`See ${'http://a.example/b and c@d.example and '.repeat(2_000)}.`),
    'a-word-of-twenty-thousand-hyphens.txt': () => makeProfile('ab-'.repeat(20_000)),
    'brackets-of-a-note.txt': () => makeProfile(`The law ${'('.repeat(2_500)} and ${')'.repeat(2_500)}.`),
    'capitals-of-a-note.txt': () => makeProfile(`${'Ministry of Agency of National '.repeat(2_000)}.`),
    'digits-of-a-figure.txt': () => makeProfile('None.', '1 234 '.repeat(2_500)),
    'little-endian.txt': () => utf16(makeProfile('None.'), 'little'),
    'big-endian.txt': () => utf16(makeProfile('None.'), 'big'),
  },
  empty_document: {
    'byte-order-mark-alone.txt': () => Buffer.from([0xef, 0xbb, 0xbf]),
  },
}
