import { execFileSync } from 'node:child_process'

/** Why no disk can be mounted; null if one was. */
export type NoDisk = string | null

/** Mounts an empty disk of a given size on a folder. */
export const mountDisk = (path: string, bytes: number): NoDisk => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path], { stdio: 'ignore' })
    return null
  } catch {
    return 'this user may not mount a disk'
  }
}

/** Makes a mounted disk read-only. */
export const makeReadOnly = (path: string): void => {
  execFileSync('mount', ['-o', 'remount,ro', path], { stdio: 'ignore' })
}

/** Unmounts a disk as soon as no process has a file of it open. */
export const unmountDisk = (path: string): void => {
  execFileSync('umount', ['--lazy', path])
}
