import { execFile } from 'node:child_process'
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { HostileFile, HostileFiles } from './hostile-file.ts'

const run = promisify(execFile)

/** Files of other kinds that are named like a PDF. */
export const FOREIGN_FILES: HostileFiles = {
  unsupported_file: {
    'page.html.pdf': () => '<!DOCTYPE html><html><body>Not found</body></html>',
    'archive.zip.pdf': () => Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000', 'latin1'),
    'picture.jpeg.pdf': () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]),
    'program.pdf': () => Buffer.from('\u007fELF\u0002\u0001\u0001\0\0\0\0', 'latin1'),
  },
  broken_pdf: {
    'archive-with-a-header.pdf': () => Buffer.from('PK\u0003\u0004%PDF-1.7\n', 'latin1'),
  },
}

/** Names that are no regular files, or enormous ones. */
export const NO_FILES: readonly HostileFile[] = [
  {
    name: 'sparse.pdf',
    outcome: 'over_bytes',
    put: async (path) => {
      await writeFile(path, '%PDF-1.7\n')
      await truncate(path, 2_000_000_000)
    },
  },
  {
    name: 'pipe.pdf',
    outcome: 'file_unreadable',
    put: async (path) => {
      await run('mkfifo', [path])
    },
  },
  { name: 'link-to-a-device.pdf', outcome: 'file_unreadable', put: (path) => symlink('/dev/zero', path) },
  { name: 'loop.pdf', outcome: 'file_unreadable', put: (path) => symlink(basename(path), path) },
  { name: 'link-to-nothing.pdf', outcome: 'file_unreadable', put: (path) => symlink('nowhere', path) },
  { name: 'link-to-a-folder.pdf', outcome: 'file_unreadable', put: (path) => symlink('.', path) },
  {
    name: 'folder.pdf',
    outcome: 'passed over',
    put: async (path) => {
      await mkdir(path)
      await symlink(join('..', basename(dirname(path))), join(path, 'way-back'))
    },
  },
]
