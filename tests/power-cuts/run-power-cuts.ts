import { parseArgs } from 'node:util'
import { cutPower, isLoss } from './power-cuts.ts'

// Kills many runs of `make all` at random moments and prints what was found; ends with 1 where anything was lost.

const { values } = parseArgs({
  options: { times: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
})

const cuts = await cutPower(
  { times: Number(values.times), seed: Number(values.seed) },
  ({ step, after, out, documents, unmended }) => {
    const raw = documents === null ? 'NOT sound' : `${documents} whole documents`
    const next = unmended.length === 0 ? 'mended' : `NOT mended (${unmended.join(', ')})`
    process.stdout.write(`${step}, ${after} ms in: out/ ${out}, raw/ ${raw}, ${next} by the next run\n`)
  },
)
const count = <Value>(value: (cut: (typeof cuts)[number]) => Value): string =>
  [...Map.groupBy(cuts, value)].map(([name, group]) => `${name} ${group.length}`).join(', ')
const lost = cuts.filter(isLoss).length
process.stdout.write(`cut during: ${count(({ step }) => step)}\nout/: ${count(({ out }) => out)}\n`)
process.stdout.write(`${cuts.length} cuts, ${lost} with a loss\n`)
process.exitCode = lost > 0 ? 1 : 0
