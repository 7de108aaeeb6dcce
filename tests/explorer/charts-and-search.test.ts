import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { at } from '../../pipeline/io/at.ts'
import { findSite, onPage, openPage, save, saveRows, until } from './browser-pages.ts'
import { qelvara, samples } from './profiles.ts'

describe('a chart', () => {
  test('is saved as SVG and PNG with title, source and date in it, and its data as CSV', () =>
    onPage('large', '#/chart/regions/criminal_legislation', async (page) => {
      await page.locator('.plot svg').waitFor()
      const svg = await save(page, 'SVG')
      assert.match(svg.name, /criminal-legislation-by-un-region\.svg$/)
      for (const words of ['Criminal legislation by UN region', 'version', 'Africa', 'Present']) {
        assert.ok(svg.text.includes(words), words)
      }
      assert.doesNotMatch(svg.text, /var\(|light-dark|class=/)
      assert.match((await save(page, 'PNG')).text, /^.PNG/s)
      const { rows } = await saveRows(page, 'CSV')
      const all = rows.filter((row) => row['region'] === 'All countries')
      expect(all.reduce((sum, row) => sum + Number(row['count']), 0)).toStrictEqual(200)
    }))

  test('gives its link, citation and frame', () =>
    onPage('large', '#/chart/map/1.2.1', async (page) => {
      const copied = async (button: string): Promise<string> => {
        await page.getByRole('button', { name: button, exact: true }).click()
        await page.getByText('opied').first().waitFor()
        return String(await page.evaluate('navigator.clipboard.readText()'))
      }
      assert.match(await copied('Copy link'), /index\.html#\/chart\/map\/cirt$/)
      assert.match(await copied('Cite'), /^“CIRT by country”.*Accessed/)
      assert.match(await copied('Embed'), /^<iframe src="[^"]*\?embed#\/chart\/map\/cirt" title="/)
    }))

  test.each([
    { width: 680, height: 460 },
    { width: 358, height: 360 },
  ])('shows map, legend, title and source whole in a frame of $width x $height', async (viewport) => {
    const { width, height } = viewport
    const { page, faults } = await openPage(`${findSite('large')}?embed#/chart/map/cirt`, { viewport })
    await page.locator('svg.world').waitFor()
    for (const part of ['h1', '.legend', 'svg.world', '.source']) {
      const box = await page.locator(part).boundingBox()
      assert.ok(box && box.x >= 0 && box.y >= 0, part)
      assert.ok(box.x + box.width <= width && box.y + box.height <= height, part)
    }
    const map = await page.locator('svg.world').boundingBox()
    assert.ok(map && map.height > height / 3, 'the map is too small')
    assert.equal(await page.evaluate('document.documentElement.scrollHeight > innerHeight'), false)
    assert.deepEqual(faults, [])
    await page.context().close()
  })
})

describe('the search', () => {
  test('answers words over country and note together, with their words and page, and saves the answers', () =>
    onPage('small', '', async (page) => {
      await page.getByRole('searchbox').fill('qelvara qelcirt')
      await page.keyboard.press('Enter')
      await page.locator('.hits .record').first().waitFor()
      assert.match((await page.locator('.hits h2').allTextContents()).join(), /Qelvara: CIRT/)
      assert.ok((await page.locator('.hits mark').count()) > 0)
      await page.getByRole('link', { name: 'Source, page 1' }).first().waitFor()
      const hits = await page.locator('.hits .record').count()
      const { name, rows } = await saveRows(page)
      assert.equal(rows.length, hits)
      assert.match(name, /-search-qelvara-qelcirt\.csv$/)
      await page.getByRole('link', { name: 'Qelvara', exact: true }).click()
      await page.locator('h1', { hasText: 'Qelvara' }).waitFor()
    }))

  test('leads from a country to everybody who names the same standard', () =>
    onPage('small', '#/country/XAA/1.2.2', async (page) => {
      await page.locator('.named a', { hasText: '27001' }).first().click()
      await page.locator('.hits .record').first().waitFor()
      const naming = samples.filter(({ rows }) => rows.items.some((item) => item.code?.includes('27001')))
      assert.ok((await page.locator('.hits .record').count()) >= naming.length)
    }))
})

test('the source page redraws the extracted text and highlights the note where the table has it', async () => {
  const { document, boxes } = qelvara.rows
  const wanted = boxes.filter((box) => box.section_code === '1.1.2')
  const { height } = at(qelvara.pages ?? [], 0)
  const expected = wanted.flatMap(({ x0, y0, x1, y1 }) => [x0, height - y1, x1 - x0, y1 - y0])
  assert.ok(wanted.length > 1)
  await onPage('small', `#/source/${document.document_id}/1.1.2`, async (page) => {
    await page.locator('.lit').first().waitFor()
    const lit = await page.$$eval('.lit', (rects) =>
      rects.flatMap((rect) => ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name)))),
    )
    assert.equal(lit.length, expected.length)
    for (const [index, value] of expected.entries()) assert.ok(Math.abs(at(lit, index) - value) < 0.01)
    assert.ok((await page.locator('.sheet text').allTextContents()).includes('REPUBLIC OF QELVARA'))
    assert.ok((await page.getByLabel('Citation').inputValue()).includes(document.sha256))
  })
})

test('the review list is worked through by keyboard and gives a line for the corrections file', () =>
  onPage('small', '#/review', async (page) => {
    const [first, second] = samples.flatMap((sample) => sample.rows.review)
    assert.ok(first && second)
    await page.locator('h1').focus()
    const line = page.getByLabel('Line for raw/corrections.csv')
    await line.waitFor()
    assert.ok((await line.inputValue()).includes(first.note_sha256 ?? ''))
    await page.keyboard.press('n')
    await until(page, `location.hash.includes('${second.indicator}')`)
    await expect.poll(() => line.inputValue()).toContain(second.note_sha256)
    await page.getByLabel('Reason').fill('=It is "clear", I think')
    const end = `"'=It is ""clear"", I think",,${second.note_sha256},`
    await expect.poll(async () => (await line.inputValue()).endsWith(end)).toBe(true)
    assert.ok((await line.inputValue()).startsWith(`${second.document_id},`))
  }))
