import assert from 'node:assert/strict'
import { it } from 'vitest'
import { breakTitleBlock } from '../../../pipeline/extract/flowed-text/title-block.ts'

const FIGURES = 'Total Population: 1 359 000 Internet users, percentage of population: 8%'

it('title, name and background figures get lines of their own', () => {
  assert.deepEqual(breakTitleBlock(`CYBERWELLNESS PROFILE ISLE OF BELLS BACKGROUND ${FIGURES}`).split('\n'), [
    'CYBERWELLNESS PROFILE',
    'ISLE OF BELLS',
    'BACKGROUND',
    'Total Population: 1 359 000',
    'Internet users, percentage of population: 8%',
  ])
})

it('captions and addresses of the flag are parted from the name', () => {
  const caption = 'A flag with bells'
  assert.deepEqual(
    breakTitleBlock(
      `CYBERWELLNESS PROFILE ISLE OF BELLS ${caption} http://bells.example/a.png BACKROUND ${FIGURES}`,
    )
      .split('\n')
      .slice(0, 4),
    ['CYBERWELLNESS PROFILE', 'ISLE OF BELLS', `${caption} http://bells.example/a.png`, 'BACKROUND'],
  )
})
