import type { ComponentChild } from 'preact'
import { markedNote } from '../model/marked-note.ts'

/** A note with its evidence marked, or the remark that there is none. */
export const NoteText = ({
  note,
  evidence,
}: {
  note: string | null
  evidence: string | null
}): ComponentChild =>
  note === null ? (
    <p class="note missing">No words are given here.</p>
  ) : (
    <p class="note" dir="auto">
      {markedNote(note, evidence).map((part) =>
        part.evidence ? <mark title="The words that decided the status">{part.text}</mark> : part.text,
      )}
    </p>
  )
