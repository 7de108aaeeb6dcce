import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const pages = globSync(['*.md', 'docs/*.md', 'raw/specimen/*.md'], { cwd: root })

// Below `raw/` much is fetched, and no part of the repository.
const NAMED_PATH = /`((?:pipeline|schemas|tests|bench|docs|raw\/specimen|\.ci|\.github)\/[\w./-]*)`/g

describe('files and folders that a page names', () => {
  for (const page of pages) {
    const paths = [...readFileSync(`${root}/${page}`, 'utf8').matchAll(NAMED_PATH)].flatMap(
      ([, path]) => path ?? [],
    )
    if (paths.length === 0) continue
    test(`those of ${page} exist`, () => {
      assert.deepEqual(
        [...new Set(paths)].filter((path) => !existsSync(`${root}/${path}`)),
        [],
      )
    })
  }
})
