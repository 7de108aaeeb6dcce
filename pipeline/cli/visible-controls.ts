/** What the program itself writes to a terminal: clearing the line that it stands on, and colours (ECMA-48). */
const OWN = String.raw`\r\u001b\[K|\u001b\[[\d;]*m`

/** Every other control character but tabulators and line ends. */
const CONTROL = String.raw`[\0-\u0008\u000b-\u001f\u007f-\u009f]`

const OWN_OR_CONTROL = new RegExp(`(${OWN})|${CONTROL}`, 'g')

const DELETE = 0x7f

/** The sign that stands for a control character (Unicode's Control Pictures); one of the upper ones has none. */
const pictureOf = (control: string): string => {
  const code = control.charCodeAt(0)
  if (code === DELETE) return '\u2421'
  return code < DELETE ? String.fromCharCode(0x2400 + code) : '\ufffd'
}

/**
 * A text for a terminal in which control characters are seen and do nothing: names of files and words of servers may
 * hold some that move the cursor, clear the screen or set its title.
 */
export const visibleControls = (text: string): string =>
  text.replace(OWN_OR_CONTROL, (found: string, own: string | undefined) => own ?? pictureOf(found))
