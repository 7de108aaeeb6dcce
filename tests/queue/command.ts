import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { OnEnd } from '../test-folder.ts'

const main = fileURLToPath(new URL('../../pipeline/cli/main.js', import.meta.url))

/** A program that runs in a process of its own. */
export interface Command {
  readonly child: ChildProcess
  /** What it said so far, on both streams. */
  readonly said: () => string
  /** Resolves once what it said matches; fails where it ends without that. */
  readonly says: (pattern: RegExp) => Promise<void>
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Starts a program; `detached` leads a group of processes of its own. */
export const startProgram = (
  program: string,
  parameters: readonly string[],
  { environment = {}, detached = false } = {},
): Command => {
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    detached,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  let hasEnded = false
  const ended = once(child, 'close').then(([code, signal]): number | string => {
    hasEnded = true
    return typeof code === 'number' ? code : String(signal)
  })
  const says = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(said)) {
      if (hasEnded) throw new Error(`ended (${await ended}) without ${pattern}: ${said}`)
      await wait(10)
    }
  }
  return { child, said: () => said, says, ended }
}

/** Starts a command of the command line, which is killed when `onEnd` says. */
export const startCommand = (
  parameters: readonly string[],
  options: Parameters<typeof startProgram>[2] = {},
  onEnd: OnEnd = onTestFinished,
): Command => {
  const command = startProgram(process.execPath, [main, ...parameters], options)
  onEnd(async () => {
    command.child.kill('SIGKILL')
    await command.ended
  })
  return command
}
