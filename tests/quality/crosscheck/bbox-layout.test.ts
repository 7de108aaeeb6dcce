import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import { BboxLayoutUnreadable, parseBboxLayout } from '../../../pipeline/quality/crosscheck/bbox-layout.ts'

const word = (text: string, place = 'xMin="10.5" yMin="20" xMax="40" yMax="32"'): string =>
  `          <word ${place}>${text}</word>\n`

const page = (words: string): string => `  <page width="300.000000" height="400.000000">
    <flow>
      <block xMin="10" yMin="20" xMax="40" yMax="32">
        <line xMin="10" yMin="20" xMax="40" yMax="32">
${words}        </line>
      </block>
    </flow>
  </page>
`

const document = (
  ...pages: string[]
): string => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<title>A &amp; B</title>
</head>
<body>
<doc>
${pages.join('')}</doc>
</body>
</html>
`

describe('parseBboxLayout', () => {
  test('measures words from the bottom of their own page', () => {
    assert.deepEqual(parseBboxLayout(document(page(word('one')), page(word('two')))), [
      { text: 'one', page: 1, x0: 10.5, y0: 368, x1: 40, y1: 380 },
      { text: 'two', page: 2, x0: 10.5, y0: 368, x1: 40, y1: 380 },
    ])
  })

  test('decodes entities once', () => {
    const printed = 'A&amp;B &lt;b&gt; &quot;c&quot; &apos;d&#39; &#x2019; &amp;lt;'
    const [decoded] = parseBboxLayout(document(page(word(printed))))
    assert.equal(decoded?.text, 'A&B <b> "c" \'d\' ’ &lt;')
  })

  test('counts pages without words', () => {
    const empty = '  <page width="300" height="400">\n  </page>\n'
    assert.equal(parseBboxLayout(document(empty, page(word('late'))))[0]?.page, 2)
    assert.deepEqual(parseBboxLayout(document(empty)), [])
  })

  test('refuses what poppler does not write', () => {
    const whole = document(page(word('one')))
    for (const text of [
      '',
      'Syntax Error: Couldn’t read xref table',
      whole.slice(0, whole.indexOf('</doc>')),
      whole.replace('xMin="10.5"', 'xMin="nan"'),
      whole.replace(' height="400.000000"', ''),
      whole.replace('<flow>', '<flow><figure>'),
      whole.replace('<flow>', '<flow>stray'),
      document(page(word('&nbsp;'))),
      document(page(word('&#x110000;'))),
    ]) {
      assert.throws(() => parseBboxLayout(text), BboxLayoutUnreadable, text.slice(0, 60))
    }
  })
})
