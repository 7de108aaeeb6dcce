import assert from 'node:assert/strict'
import { test } from 'vitest'
import { foundSources } from '../../../pipeline/fetch/discover/found-sources.ts'
import { SOURCE_ID, source } from '../../../schemas/index.ts'

const archive = 'https://archive.example'
const base = 'https://a.example/docs/'
const noCountry = (): null => null
const digests = ['A', 'B', 'C'].map((letter) => letter.repeat(32))
const capture = (name: string, timestamp: string, digest = digests[0] ?? '') => ({
  timestamp,
  original: `http://a.example:80/docs/${name}`,
  digest,
})

test('each address is a document, under a name made of its file name, with its country where that tells it', () => {
  const countryOf = (name: string): string | null => (name.startsWith('Qel') ? 'XAA' : null)
  assert.deepEqual(
    foundSources({ addresses: [`${base}Qel%20Vara.pdf`], captures: [] }, [], archive, countryOf),
    [{ id: 'profile/qel-vara', kind: 'profile', addresses: [`${base}Qel%20Vara.pdf`], country_code: 'XAA' }],
  )
})

test('names with accents, with spaces, and that try to leave their folder give valid ids, each its own', () => {
  const names = [
    'C%C3%B4te.pdf',
    'Cote.pdf',
    'a b.pdf',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd.pdf',
    '%FF.pdf',
    '%E2%80%A6.pdf',
  ]
  const found = foundSources(
    { addresses: names.map((name) => `${base}${name}`), captures: [] },
    [],
    archive,
    noCountry,
  )
  assert.equal(new Set(found.map(({ id }) => id)).size, names.length)
  for (const document of found) {
    assert.match(document.id, SOURCE_ID)
    source.parse(document)
  }
  assert.ok(found.some(({ id }) => id === 'profile/passwd'))
})

test('the report that binds profiles is a compendium', () => {
  const [found] = foundSources(
    { addresses: [`${base}D-STR-SECU-2015-PDF-E.pdf`], captures: [] },
    [],
    archive,
    noCountry,
  )
  assert.equal(found?.kind, 'compendium')
})

test('captures with bytes of their own are editions of their document; the same bytes again are not', () => {
  const captures = [
    capture('x.pdf', '20150101000000', digests[1]),
    capture('x.pdf', '20130101000000'),
    capture('x.pdf', '20140101000000'),
    capture('x.pdf', '20160101000000'),
  ]
  const found = foundSources({ addresses: [`${base}x.pdf`], captures }, [], archive, noCountry)
  assert.deepEqual(
    found.map(({ id }) => id),
    ['profile/x', 'profile/x-20130101000000', 'profile/x-20150101000000'],
  )
  assert.deepEqual(found[1], {
    id: 'profile/x-20130101000000',
    kind: 'profile',
    published: `${base}x.pdf`,
    addresses: [`${archive}/web/20130101000000id_/http://a.example:80/docs/x.pdf`],
    captured: '2013-01-01T00:00:00Z',
    digest: digests[0],
  })
})

test('what the lock knows keeps its id, and its captures are not found again', () => {
  const finds = { addresses: [`${base}X.pdf`], captures: [capture('X.pdf', '20130101000000')] }
  const known = foundSources(finds, [], archive, noCountry).map((document) => ({
    ...document,
    id: document.id.replace('/x', '/kept'),
  }))
  const again = foundSources(
    { ...finds, captures: [...finds.captures, capture('X.pdf', '20170101000000', digests[2])] },
    known,
    archive,
    noCountry,
  )
  assert.deepEqual(
    again.map(({ id }) => id),
    ['profile/kept', 'profile/kept-20170101000000'],
  )
})

test('one document however its host, port, letters and percent signs are written', () => {
  const addresses = [
    'https://www.a.example/docs/Antigua%20and%20Barbuda.pdf',
    'http://a.example:80/docs/antigua and barbuda.PDF',
    'https://a.example/docs/%41ntigua%20and%20Barbuda.pdf',
  ]
  const captures = addresses.map((original) => ({
    timestamp: '20140101000000',
    original,
    digest: digests[0] ?? '',
  }))
  const found = foundSources({ addresses, captures }, [], archive, noCountry)
  assert.deepEqual(
    found.map(({ id }) => id),
    ['profile/antigua-and-barbuda', 'profile/antigua-and-barbuda-20140101000000'],
  )
})

test('a name that no file system takes is cut, and stays its own', () => {
  const long = 'x'.repeat(500)
  const addresses = [`${base}${long}a.pdf`, `${base}${long}b.pdf`]
  const found = foundSources({ addresses, captures: [] }, [], archive, noCountry)
  assert.equal(new Set(found.map(({ id }) => id)).size, 2)
  for (const document of found) {
    assert.ok(document.id.length < 130)
    source.parse(document)
  }
})
