/** A release has no such document or section; the message says what it has. */
export class NoSuchCell extends Error {
  override readonly name = 'NoSuchCell'
}
