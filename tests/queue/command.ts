import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../pipeline/cli/main.js', import.meta.url))

/** A command of the project that runs in a process of its own. */
export interface Command {
  readonly child: ChildProcess
  /** What it said so far, on both streams. */
  readonly said: () => string
  /** Resolves once what it said matches; fails where it ends without that. */
  readonly says: (pattern: RegExp) => Promise<void>
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Starts a command of the command line; `detached` leads a group of processes of its own. */
export const startCommand = (
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  detached = false,
): Command => {
  const child = spawn(process.execPath, [main, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    detached,
  })
  let said = ''
  const heard = new EventTarget()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      heard.dispatchEvent(new Event('said'))
    })
  }
  const ended = once(child, 'close').then(([code, signal]): number | string =>
    typeof code === 'number' ? code : String(signal),
  )
  const says = async (pattern: RegExp): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const look = (): void => {
      if (pattern.test(said)) resolve()
    }
    heard.addEventListener('said', look)
    look()
    void ended.then((how) => reject(new Error(`ended (${how}) without ${pattern}: ${said}`)))
    try {
      await promise
    } finally {
      heard.removeEventListener('said', look)
    }
  }
  return { child, said: () => said, says, ended }
}
