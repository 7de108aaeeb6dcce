/** A stretch of a note, and whether it is the evidence. */
export interface NotePart {
  readonly text: string
  readonly evidence: boolean
}

/** A note cut where the evidence, a part of it word for word, begins and ends. */
export const markedNote = (note: string, evidence: string | null): readonly NotePart[] => {
  const start = evidence === null || evidence === '' ? -1 : note.indexOf(evidence)
  if (evidence === null || start === -1) return [{ text: note, evidence: false }]
  const end = start + evidence.length
  return [
    { text: note.slice(0, start), evidence: false },
    { text: evidence, evidence: true },
    { text: note.slice(end), evidence: false },
  ].filter(({ text }) => text !== '')
}
