import type { ComponentChild } from 'preact'
import type { SectionRecord } from '../../data/explorer-data.ts'

/** A note with its evidence, a part of it word for word, marked; or a remark where the note is missing. */
export const NoteText = ({ row: { note, evidence, status } }: Pick<SectionRecord, 'row'>): ComponentChild => {
  if (note === null) {
    return (
      <p class="note missing">
        {status === 'not_reported'
          ? 'The profile says nothing here.'
          : 'This release does not hold the text of the profile.'}
      </p>
    )
  }
  const start = evidence === null || evidence === '' ? -1 : note.indexOf(evidence)
  return (
    <p class="note" dir="auto">
      {evidence === null || start === -1 ? (
        note
      ) : (
        <>
          {note.slice(0, start)}
          <mark title="The words that decided the status">{evidence}</mark>
          {note.slice(start + evidence.length)}
        </>
      )}
    </p>
  )
}
