import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { linksToPdfs } from '../../../pipeline/fetch/discover/index-page.ts'

const page = 'https://a.example/en/Pages/index.aspx'

test('relative and absolute links to PDFs are found, each once, fragments folded', () => {
  const html = `<ul>
    <li><a href="../Documents/Qelvara.pdf">Qelvara</a>
    <li><a href='/en/Documents/Qelvara.pdf#page=2'>again</a>
    <li><A HREF=https://b.example/NUVALE.PDF?x=1&amp;y=2>Nuvale</A>
    <li><a href="//a.example/en/Documents/Fo%20lio.pdf">Folio</a>
    <a href="page.html">no</a><a href="mailto:x@a.example?subject=a.pdf">no</a><a name="x.pdf">no</a>
    <a href="https://">no</a><a href="javascript:open('x.pdf')">no</a></ul>`
  assert.deepEqual(linksToPdfs(html, page), [
    'https://a.example/en/Documents/Qelvara.pdf',
    'https://b.example/NUVALE.PDF?x=1&y=2',
    'https://a.example/en/Documents/Fo%20lio.pdf',
  ])
})

test('links are taken from the base of the page, where it has one', () => {
  const html = '<head><base href="/docs/"></head><a href="a b.pdf">'
  assert.deepEqual(linksToPdfs(html, page), ['https://a.example/docs/a%20b.pdf'])
})

test('a page that came by https links to its own host by https', () => {
  assert.deepEqual(linksToPdfs('<a href="http://a.example/x.pdf"><a href="http://b.example/x.pdf">', page), [
    'https://a.example/x.pdf',
    'http://b.example/x.pdf',
  ])
})

test('what is no HTML holds no link', () => {
  for (const text of ['', '%PDF-1.4', '{"a": "x.pdf"}', '<a href="x.pdf'])
    assert.deepEqual(linksToPdfs(text, page), [])
})

test('links as a content management system writes them lead to the documents', () => {
  const html = `<div class="ms-rtestate-field" id="ctl00_PlaceHolderMain">
    <a href="/en/Documents/Country Profiles/Fol&#237;o Islands.PDF">​Folio Islands</a>
    <a href="/en/Documents/Country%20Profiles/Nuvale.pdf?csf=1&amp;web=1&amp;e=aB3dE">Nuvale</a>
    <a href="/en/Documents/Country%20Profiles/Nuvale.pdf">Nuvale again</a>
    <a href="&#8203;/en/Documents/Qelvara.pdf&#8203; ">Qelvara</a>
    <a href="\\en\\Documents\\Ixolund.pdf">Ixolund</a>
    <a href="/_layouts/15/WopiFrame.aspx?sourcedoc=/en/Documents/Vuldrine%20%26%20Co.pdf&amp;action=default">V</a>
    <a href="/_layouts/15/WopiFrame.aspx?sourcedoc=%2Fen%2FDocuments%2Fx.docx">no</a>
    <a href="https://share.example/?u=https://a.example/en/Documents/elsewhere.pdf">no</a>
    <a href="javascript:__doPostBack('x.pdf','')">no</a>
    <a href="/dms_pub/str/D-STR-SECU-2015-PDF-E.pdf?v=2">report</a></div>`
  assert.deepEqual(linksToPdfs(html, page), [
    'https://a.example/en/Documents/Country%20Profiles/Fol%C3%ADo%20Islands.PDF',
    'https://a.example/en/Documents/Country%20Profiles/Nuvale.pdf',
    'https://a.example/en/Documents/Qelvara.pdf',
    'https://a.example/en/Documents/Ixolund.pdf',
    'https://a.example/en/Documents/Vuldrine%20&%20Co.pdf',
    'https://a.example/dms_pub/str/D-STR-SECU-2015-PDF-E.pdf?v=2',
  ])
})

test('whatever a page holds, its links are addresses of the web that name a PDF, each once', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<a href="',
      "<a href='",
      '">',
      '.pdf',
      '../',
      '//',
      'javascript:',
      'file:///',
      'http://',
      '<base href="',
    ),
    fc.constantFrom('&#106;', '&amp;', '%2e%2e%2f', '#', '?', '<!--', '-->', '<script>', '\0', ' '),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const links = linksToPdfs(pieces.join(''), page)
      assert.equal(new Set(links).size, links.length)
      for (const link of links) {
        const { protocol, hash } = new URL(link)
        assert.match(protocol, /^https?:$/)
        assert.equal(hash, '')
        assert.match(link, /pdf/i)
      }
    }),
  )
})
