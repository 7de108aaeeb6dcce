import type { ComponentChild } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'

const takeFocus = (box: HTMLTextAreaElement | null): void => {
  box?.focus()
  box?.select()
}

/** Puts texts on the clipboard; `status` says what happened last, with the text if the browser refuses its clipboard. */
export const useCopy = () => {
  const [state, setState] = useState({ said: '', refused: '' })
  const opener = useRef<Element | null>(null)
  const say = (said: string): void => setState({ said, refused: '' })
  return {
    /** Does something when a button is pressed; says what it returns, if anything, or why it failed. */
    report: (work: () => Promise<string | null>) => async (): Promise<void> => {
      try {
        const said = await work()
        if (said !== null) say(said)
      } catch (error) {
        say(`Not saved: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
    copy: async (text: string, said: string): Promise<void> => {
      opener.current = document.activeElement
      try {
        await navigator.clipboard.writeText(text)
        say(said)
      } catch {
        setState({ said: 'Copy this text with the keyboard:', refused: text })
      }
    },
    status: (
      <span class="copy-status">
        <span role="status">{state.said}</span>
        {state.refused !== '' && (
          <textarea
            key={state.refused}
            readOnly
            rows={2}
            aria-label="Text to copy"
            value={state.refused}
            ref={takeFocus}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              say('')
              if (opener.current instanceof HTMLElement) opener.current.focus()
            }}
          />
        )}
      </span>
    ),
  }
}

/** A text to take along, and a button that copies it. */
export const CopyBox = ({ label, text }: { label: string; text: string }): ComponentChild => {
  const id = useId()
  const { copy, status } = useCopy()
  return (
    <div class="copy-box">
      <label for={id}>{label}</label>
      <textarea id={id} readOnly rows={5} value={text} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" onClick={() => copy(text, 'Copied.')}>
        Copy
      </button>{' '}
      {status}
    </div>
  )
}
