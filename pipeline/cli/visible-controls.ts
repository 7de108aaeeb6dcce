/**
 * What the program itself writes to a terminal: clearing the line that it stands on, at the start of what it says, and
 * one word in a colour or bold (ECMA-48).
 */
const OWN = String.raw`^\r\u001b\[K|(?:\u001b\[(?:1|3\d|9\d)m)+[a-z_]+(?:\u001b\[(?:22|39)m)+`

/** Every other control character but tabulators and line ends. */
const CONTROL = String.raw`[\0-\u0008\u000b-\u001f\u007f-\u009f]`

/** What changes the direction in which text is shown (Unicode Standard Annex 9). */
const DIRECTION = String.raw`[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]`

/** What begins a new line or leaves room in one. */
const LINE_END = /[\t\n\u2028\u2029]/g

const OWN_OR_CONTROL = new RegExp(`(${OWN})|${CONTROL}|${DIRECTION}`, 'g')

const DELETE = 0x7f

/** The sign that stands for a control character (Unicode's Control Pictures); the upper ones and directions have none. */
const pictureOf = (control: string): string => {
  const code = control.charCodeAt(0)
  if (code === DELETE) return '\u2421'
  return code < DELETE ? String.fromCharCode(0x2400 + code) : '\ufffd'
}

/**
 * A text for a terminal in which control characters are seen and do nothing: names of files and words of servers may
 * hold some that move the cursor, clear the screen, set its title, hide words or turn them round.
 */
export const visibleControls = (text: string): string =>
  text.replace(OWN_OR_CONTROL, (found: string, own: string | undefined) => own ?? pictureOf(found))

/**
 * A sentence that stays on one line of a terminal whatever the names in it hold: a line end in the name of a file would
 * let it say something in the name of the program.
 */
export const oneLine = (text: string): string => text.replace(LINE_END, pictureOf)
