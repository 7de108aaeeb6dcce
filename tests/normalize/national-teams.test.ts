import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { nationalTeams } from '../../pipeline/normalize/national-teams.ts'

const found = (text: string): string[] => nationalTeams(text).map(({ code, text: name }) => `${code} ${name}`)

describe('nationalTeams', () => {
  it('reads the country out of codes and names that are attached or joined to a team', () => {
    assert.deepEqual(found('JPCERT, GovCertUK, ThaiCERT, KrCERT and MyCERT'), [
      'JPN JPCERT',
      'GBR GovCertUK',
      'THA ThaiCERT',
      'KOR KrCERT',
      'MYS MyCERT',
    ])
    assert.deepEqual(found('TUN-CERT, CERT-RO, CERT.br, SI-CERT, CN CERT'), [
      'TUN TUN-CERT',
      'ROU CERT-RO',
      'BRA CERT.br',
      'SVN SI-CERT',
      'CHN CN CERT',
    ])
  })

  it('knows teams whose letters are no code of their country', () => {
    assert.deepEqual(found('SingCERT, CERT-Bund and BruCERT'), [
      'SGP SingCERT',
      'DEU CERT-Bund',
      'BRN BruCERT',
    ])
  })

  it('passes over teams of no one country', () => {
    assert.deepEqual(
      found('AP-CERT, APCERT, OIC-CERT, CERT-EU, CERT/CC, PacCERT, IT-CERT, CERT-GIB, GovCERT'),
      [],
    )
  })

  it('passes over words that only begin like a team, and words beside one', () => {
    assert.deepEqual(found('Certification, CERTIFICATE, THE WORK OF CERT IN PROGRESS, CERT is, CERTs'), [])
  })

  it('gives the place of each name', () => {
    const text = 'with JPCERT/CC.'
    for (const { start, end, text: name } of nationalTeams(text)) assert.equal(text.slice(start, end), name)
    assert.equal(nationalTeams(text)[0]?.start, 5)
  })
})
