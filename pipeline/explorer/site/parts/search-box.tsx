import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { go, routeHref } from '../route/route.ts'

/** The search of the whole site; its answer is a page of its own. */
export const SearchBox = ({ label, value = '' }: { label: string; value?: string }): ComponentChild => {
  const [text, setText] = useState(value)
  return (
    <search class="search-box">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') go(routeHref('search', [], { q: text.trim() }))
        }}
      >
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}
