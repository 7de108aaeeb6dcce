import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { withoutDoubles } from '../../pipeline/extract/doubled-runs.ts'
import { run } from '../layout/point-page.ts'

describe('text drawn twice', () => {
  it('is one where it stands over itself', () => {
    const once = run('HARBOUR', 72, 700)
    assert.deepEqual(withoutDoubles([once, run('HARBOUR', 72.3, 700), run('HARBOUR', 72.3, 699.8)]), [once])
  })

  it('is two elsewhere, or in other words or sizes', () => {
    const runs = [
      run('HARBOUR', 72, 700),
      run('HARBOUR', 72, 688),
      run('HARBOUR', 112, 700),
      run('PORT', 72, 700),
      run('HARBOUR', 72, 700, { size: 20 }),
    ]
    assert.deepEqual(withoutDoubles(runs), runs)
  })
})
