import { cp, mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project that runs. */
export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

/** What a build is made of; the packages are linked, not copied. */
const PARTS = ['pipeline', 'schemas', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Puts the code into another folder, where it has none of the caches of this one. */
export const copyProject = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const part of PARTS) await cp(join(PROJECT, part), join(folder, part), { recursive: true })
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
}

/** Links a file or folder to another path, at which it has the same name. */
export const linkTo = async (path: string, link: string): Promise<void> => {
  await mkdir(dirname(link), { recursive: true })
  await symlink(path, link)
}
