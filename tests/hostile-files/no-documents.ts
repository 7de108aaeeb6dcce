import { execFile } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type HostileFile, hostile } from './hostile-file.ts'

const run = promisify(execFile)

/** A PNG picture within a PDF header would be a PDF; these are no documents at all. */
const STRANGERS: readonly HostileFile[] = [
  hostile('page.html.pdf', 'unsupported_file', () => '<!DOCTYPE html><html><body>Not found</body></html>'),
  hostile('archive.zip.pdf', 'unsupported_file', () =>
    Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000', 'latin1'),
  ),
  hostile('picture.jpeg.pdf', 'unsupported_file', () =>
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]),
  ),
  hostile('program.pdf', 'unsupported_file', () =>
    Buffer.from('\u007fELF\u0002\u0001\u0001\0\0\0\0', 'latin1'),
  ),
  hostile('archive-with-a-header.pdf', 'broken_pdf', () => Buffer.from('PK\u0003\u0004%PDF-1.7\n', 'latin1')),
]

/** Names that are no files. */
const NO_FILES: readonly HostileFile[] = [
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

/** What is named like a document and is none. */
export const STRANGE_FILES: readonly HostileFile[] = [...STRANGERS, ...NO_FILES]
