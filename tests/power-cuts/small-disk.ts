import { execFileSync } from 'node:child_process'

/** Why no disk can be mounted, where none can. */
export type NoDisk = string | null

/** Mounts an empty disk of so many bytes on a folder; why it cannot, where it cannot. */
export const mountDisk = (path: string, bytes: number): NoDisk => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path], { stdio: 'ignore' })
    return null
  } catch {
    return 'this user may mount no disk of its own'
  }
}

/** Lets nobody write to a mounted disk any more. */
export const makeReadOnly = (path: string): void => {
  execFileSync('mount', ['-o', 'remount,ro', path], { stdio: 'ignore' })
}

/** Unmounts a disk as soon as nobody holds a file of it: a build that failed may do so until its process ends. */
export const unmountDisk = (path: string): void => {
  execFileSync('umount', ['--lazy', path])
}
