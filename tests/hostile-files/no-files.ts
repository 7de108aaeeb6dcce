import { execFileSync } from 'node:child_process'
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const linkTo = (target: string, name: string) => ({
  name,
  outcome: 'file_unreadable',
  put: (path: string) => symlink(target, path),
})

/** Names that are no regular files, or enormous ones, how they are put at a path, and what must become of them. */
export const NO_FILES = [
  {
    name: 'sparse.pdf',
    outcome: 'over_bytes',
    put: async (path: string) => {
      await writeFile(path, '%PDF-1.7\n')
      await truncate(path, 2_000_000_000)
    },
  },
  { name: 'pipe.pdf', outcome: 'file_unreadable', put: (path: string) => execFileSync('mkfifo', [path]) },
  linkTo('/dev/zero', 'link-to-a-device.pdf'),
  linkTo('loop.pdf', 'loop.pdf'),
  linkTo('nowhere', 'link-to-nothing.pdf'),
  linkTo('.', 'link-to-a-folder.pdf'),
  {
    name: 'folder.pdf',
    outcome: 'passed over',
    put: async (path: string) => {
      await mkdir(path)
      await symlink(join('..', basename(dirname(path))), join(path, 'way-back'))
    },
  },
]
