import type { ComponentChild } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'

const WAITS = ''

/** A text to take along, and a button that puts it on the clipboard; where that is refused, it is selected. */
export const CopyBox = ({ label, text }: { label: string; text: string }): ComponentChild => {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [said, say] = useState(WAITS)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      say('Copied.')
    } catch {
      box.current?.select()
      say('Selected; copy it with the keyboard.')
    }
  }
  return (
    <div class="copy-box">
      <label for={id}>{label}</label>
      <textarea id={id} ref={box} readOnly rows={3} value={text} onFocus={() => box.current?.select()} />
      <button type="button" onClick={copy}>
        Copy
      </button>{' '}
      <span role="status">{said}</span>
    </div>
  )
}
