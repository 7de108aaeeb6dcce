import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { responseTeams } from '../../../pipeline/normalize/items/response-teams.ts'
import { findingTexts } from './finding-texts.ts'

describe('responseTeams', () => {
  it('are teams with letters of their own, joined or apart', () => {
    for (const name of [
      'XX-CERT',
      'LampCERT',
      'GovCERT.XX',
      'CIRT.XX',
      'CERT-XX',
      'milCERT',
      'CERT XX',
      'LHO CERT',
      'CSIRT Norway',
      'LampCERT/CC',
    ]) {
      assert.deepEqual(findingTexts(responseTeams, `The team (${name}) works.`), [name])
    }
  })

  it('are not the kind of team alone, nor words that hold its letters', () => {
    for (const text of [
      'the national CIRT, a CERT/CSIRT and CERTs',
      'CERTIFICATION of lamps',
      'the CERT Assessment',
      'ITU CIRT assessment',
      'write to cert@lamps.org',
    ]) {
      assert.deepEqual(findingTexts(responseTeams, text), [], text)
    }
  })

  it('are not the international networks of teams', () => {
    assert.deepEqual(findingTexts(responseTeams, 'APCERT, OIC-CERT and TF-CSIRT'), [])
  })
})
