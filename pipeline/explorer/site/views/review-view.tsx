import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import { STATUSES } from '../../../../schemas/statuses.ts'
import { findSection, nameSection } from '../model/catalogue.ts'
import type { CellKey, RecordedSection } from '../model/records.ts'
import { toCsvLine } from '../model/row-set.ts'
import { plural } from '../model/text.ts'
import { explainRule } from '../model/why.ts'
import { Choice } from '../parts/choice.tsx'
import { Heading } from '../parts/heading.tsx'
import { NoteText } from '../parts/note-text.tsx'
import { LoadedCell, SourceLink } from '../parts/section-note.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { CopyBox } from '../parts/use-copy.tsx'
import { go, routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

const toHref = ({ id, code }: CellKey): string => routeHref('review', [id, nameSection(code)])

/** A figure’s status follows from its value, and `unclassified` corrects nothing. */
const CORRECTED = STATUSES.filter((status) => status !== 'unclassified' && status !== 'reported')

const CorrectionForm = ({ record, section }: RecordedSection): ComponentChild => {
  const [value, setValue] = useState(section.row.unit === null ? 'present' : '')
  const [said, say] = useState({ Reason: '', Who: '' })
  // the columns of CORRECTION_COLUMNS; a note without a fingerprint is known by its hash
  const column = section.row.unit === null ? 'status' : 'value'
  const cell = [record.document.document_id, section.code, column]
  const line = toCsvLine([...cell, value, said.Reason, said.Who, section.reviewHash, null])
  return (
    <form class="correction" onSubmit={(event) => event.preventDefault()}>
      <h2>Correct it</h2>
      {section.row.unit === null ? (
        <Choice
          label="Status"
          value={value}
          options={CORRECTED.map((status) => ({ value: status, label: STATUS_APPEARANCE[status].label }))}
          onChoose={setValue}
        />
      ) : (
        <label>
          Figure, in plain digits{' '}
          <input inputMode="decimal" value={value} onInput={(event) => setValue(event.currentTarget.value)} />
        </label>
      )}
      {(['Reason', 'Who'] as const).map((name) => (
        <label key={name}>
          {name}{' '}
          <input
            value={said[name]}
            onInput={(event) => say({ ...said, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <CopyBox label="Line for raw/corrections.csv" text={line} />
    </form>
  )
}

const ReviewRow = ({ record, section }: RecordedSection): ComponentChild => (
  <>
    <h2>
      <a href={routeHref('country', [record.document.country_code, section.row.indicator])}>
        {record.document.country}, {section.row.section}
      </a>
    </h2>
    <p>
      <StatusMark status={section.row.status} /> {explainRule(section.row.status_rule)} (
      <code>{section.row.status_rule}</code>). <SourceLink record={record} section={section} />
    </p>
    <NoteText row={section.row} />
    <CorrectionForm
      key={`${record.document.document_id} ${section.code}`}
      record={record}
      section={section}
    />
  </>
)

/** The rows that need human review, one by one. */
export const ReviewView = ({ route, summary }: ViewProps): ComponentChild => {
  const places = summary.documents.flatMap(({ id, review }) => review.map((code) => ({ id, code })))
  const [id, name] = route.parts
  const code = findSection(name)?.code
  const index = Math.max(
    0,
    places.findIndex((place) => place.id === id && place.code === code),
  )
  const current = places[index]
  if (!current) {
    return (
      <>
        <Heading title="Review" />
        <p>No row needs human review.</p>
      </>
    )
  }
  const [previous, next] = [places[index - 1], places[index + 1]]
  const onKey = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea')
    if (typing || event.altKey || event.ctrlKey || event.metaKey) return
    const target = event.key === 'n' ? next : event.key === 'p' ? previous : undefined
    if (target) go(toHref(target))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat what the two links do
    <div onKeyDown={onKey}>
      <Heading title="Review" />
      <p class="lead">
        Row {index + 1} of {plural(places.length, 'row')} that need human review. The keys n and p open the
        next and the previous row while the focus is in this part of the page.
      </p>
      <nav class="controls" aria-label="Rows">
        {previous && (
          <a href={toHref(previous)} rel="prev">
            Previous
          </a>
        )}
        {next && (
          <a href={toHref(next)} rel="next">
            Next
          </a>
        )}
      </nav>
      <LoadedCell {...current} show={(section) => <ReviewRow {...section} />} />
    </div>
  )
}
