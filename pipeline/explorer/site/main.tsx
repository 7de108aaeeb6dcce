import { render } from 'preact'
import { pageData } from './data/page-data.ts'
import { Explorer } from './explorer.tsx'
import { closeFold } from './parts/close-fold.ts'

addEventListener('keydown', closeFold)

// the page loads the summary itself, right after this script: it is there when the document is complete
addEventListener('DOMContentLoaded', () => {
  const root = document.getElementById('explorer')
  if (!root) return
  const summary = pageData.loaded('summary')
  root.replaceChildren()
  render(
    summary ? (
      <Explorer summary={summary} />
    ) : (
      <p role="alert">
        The data of this explorer are missing: <code>data/summary.js</code> does not stand beside the page.
        Copy the folder <code>explorer</code> as a whole.
      </p>
    ),
    root,
  )
})
