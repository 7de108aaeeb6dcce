import { parseArgs } from 'node:util'
import { cutPower } from './power-cuts.ts'

// Kills many builds at random moments and prints what was found; ends with 1 where anything was lost.

const { values } = parseArgs({
  options: { times: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
})

const cuts = await cutPower(Number(values.times), Number(values.seed), ({ after, found, mended }) => {
  process.stdout.write(
    `cut after ${after} ms: ${found}, ${mended ? 'mended' : 'NOT mended'} by the next build\n`,
  )
})
const lost = cuts.filter(({ found, mended }) => found === 'neither' || !mended)
process.stdout.write(`${cuts.length} cuts, ${lost.length} with a loss\n`)
process.exitCode = lost.length > 0 ? 1 : 0
