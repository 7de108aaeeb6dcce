import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Wordings by which profiles say that there is one. */
export const EXISTENCE: readonly Wording[] = [
  {
    name: 'joined_treaty',
    meaning: 'formula',
    pattern: phrases(
      'acceded',
      'ratified',
      '(?:has|have) (?:also )?signed',
      'signed… conventions?',
      '{be} (?:a |the )?(?:states? )?(?:part(?:y|ies)|signator(?:y|ies)|bound)',
      '{have} ~(?:become|been) (?:an? )?(?:state )?(?:party|signatory)',
      'became (?:an? )?(?:states? )?(?:part(?:y|ies)|signator(?:y|ies))',
      '(?:accession|ratification|signature)… (?:took place|occurred|was completed|dates? (?:from|back)|came|followed|was deposited|happened)',
      '(?:deposited|instruments? of (?:accession|ratification))',
      'conventions?… (?:{be} |{have} ~been |came |entered )?~(?:(?:in|into) force|binding|signed|joined|accepted|applies|transposed|incorporated)',
      '{have} (?:joined|accepted|adhered to|adopted)… conventions?',
      '(?:joined|accepted|adhered to)… conventions?',
    ),
    sections: ['2.2'],
    examples: [
      'The state has acceded, with no reservation to any article, to the Convention.',
      'The state is a party to the Convention.',
      'The Convention has been in force for the state since 1992.',
    ],
    counterExamples: [
      'The state will accede to the Convention.',
      'The state intends to accede to the Convention in 2016.',
    ],
  },
  {
    name: 'officially_recognised',
    meaning: 'formula',
    pattern:
      /\b(?:has|have|had)\s+(?:(?:also|the|an?|its|following|several|various|numerous|established)\s+){0,3}(?:official(?:ly)?|nationally)[\s-]+(?:recogni[sz]ed|approved)\b|\b(?:is|are)\s+(?:also\s+)?(?:the\s+|an?\s+)?(?:official(?:ly)?|nationally)\s+(?:recogni[sz]ed|approved)\b/i,
    examples: ['The island has an officially recognised response team which will move house next year.'],
    counterExamples: ['The island is about to have its team officially recognised.'],
  },
]
