import assert from 'node:assert/strict'
import { access, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'
import { BuildFailed, type BuildOrder } from '../../../pipeline/quality/verify/run-build.ts'
import { verifyBuild } from '../../../pipeline/quality/verify/verify-build.ts'

const input = fileURLToPath(new URL('../../../raw/specimen', import.meta.url))
const request = { inputs: [input], corrections: null }

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Stands for a build: writes what a release is made of. */
const writing =
  (content: (order: BuildOrder) => string, orders: BuildOrder[] = []) =>
  async (order: BuildOrder): Promise<void> => {
    orders.push(order)
    await mkdir(order.out)
    await writeFile(join(order.out, 'same'), 'same')
    await writeFile(join(order.out, 'file'), content(order))
  }

describe('verifyBuild', () => {
  it('builds the same inputs by other paths, from other code and into other folders, and leaves nothing', async () => {
    const orders: BuildOrder[] = []
    const build = writing(() => 'same', orders)
    const verification = await verifyBuild(request, async (order) => {
      assert.ok((await stat(join(order.project, 'pipeline/cli/main.js'))).isFile())
      assert.ok((await stat(join(order.project, 'node_modules/zod/package.json'))).isFile())
      const [folder = ''] = order.inputs
      assert.ok((await readFile(join(folder, 'qelvara.pdf'))).length > 0)
      await build(order)
    })
    assert.deepEqual(verification, { files: 2, bytes: 8, differences: [], kept: null })
    for (const part of ['project', 'inputs', 'out', 'temporary', 'surroundings'] as const) {
      assert.notDeepEqual(orders[0]?.[part], orders[1]?.[part], part)
    }
    for (const { out } of orders) assert.equal(await isThere(out), false)
  })

  it('tells what differs, and keeps both releases', async () => {
    const orders: BuildOrder[] = []
    const { differences, kept } = await verifyBuild(
      request,
      writing(({ surroundings }) => `jobs: ${surroundings.jobs}`, orders),
    )
    assert.deepEqual(differences, [{ name: 'file', at: 6 }])
    assert.ok(kept !== null && orders.every(({ out }) => out.startsWith(kept)))
    for (const { out } of orders) assert.ok(await isThere(out))
    await rm(kept, { recursive: true })
  })

  it('leaves nothing where a build fails', async () => {
    const orders: BuildOrder[] = []
    const failing = async (order: BuildOrder): Promise<void> => {
      orders.push(order)
      throw new BuildFailed('no')
    }
    await assert.rejects(verifyBuild(request, failing), BuildFailed)
    assert.equal(orders.length, 1)
    assert.equal(await isThere(orders[0]?.temporary ?? ''), false)
  })
})
