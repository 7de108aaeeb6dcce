import type { ComponentChild } from 'preact'

/** What is known of something, name by name; null for what is not shown. */
export const Facts = ({
  rows,
}: {
  rows: readonly (readonly [name: ComponentChild, fact: ComponentChild] | null)[]
}): ComponentChild => (
  <dl class="facts">
    {rows.map(
      (row) =>
        row && (
          <>
            <dt>{row[0]}</dt>
            <dd>{row[1]}</dd>
          </>
        ),
    )}
  </dl>
)

/** A link to a page of others. */
export const Outside = ({ address }: { address: string }): ComponentChild => (
  <a href={address} rel="noopener noreferrer">
    {address}
  </a>
)
