import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Wordings by which profiles say that there is one. */
export const EXISTENCE: readonly Wording[] = [
  {
    name: 'joined_treaty',
    meaning: 'formula',
    pattern: phrases(
      'acceded(?! to (?:the )?(?:[\\w-]+ ){0,3}?charter)',
      'ratified(?! (?:the )?(?:[\\w-]+ ){0,3}?charter)',
      '(?:has|have) (?:also )?signed',
      'signed… conventions?',
      '{be} (?:a |the )?(?:states? )?(?:part(?:y|ies)(?! to (?:an? |the )?(?:[\\w-]+ ){0,3}?charter)|signator(?:y|ies)|bound)',
      '{have} ~(?:become|been) (?:an? )?(?:state )?(?:party|signatory)',
      'became (?:an? )?(?:states? )?(?:part(?:y|ies)|signator(?:y|ies))',
      '(?:accession|ratification|signature)… (?:took place|occurred|was completed|dates? (?:from|back)|came|followed|was deposited|happened)',
      '(?<!to be |being )deposited',
      'instruments? of (?:accession|ratification)(?!…(?:being|will|shall|to be|yet|under|prepar\\w+|draft\\w*|await\\w*|not))',
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
      'The instrument of accession is being prepared.',
      'The state has ratified the Charter of Bells.',
    ],
  },
  {
    name: 'takes_part',
    meaning: 'formula',
    pattern: phrases(
      '{be}(?:, (?:however|moreover|though),)? (?:also )?(?:an? |the |one of the )?(?:[\\w-]+ ){0,2}?(?:members?|party|participants?|partner) (?:of|in|to)',
      '(?:takes|took|taken|(?<!(?:will|to|shall|would|should|may|not|never|could|can) (?:\\w+ly )?)take) (?:an? )?(?:[\\w-]+ )?part in',
      '(?:participates?|participated|joined|hosts?|hosted|attends?|attended)',
      '(?:cooperat\\w+|engage\\w*|works?|collaborat\\w+) ~(?:through|with|in|within) (?:the )?(?:ITU|IMPACT|FIRST|Interpol|ENISA|OAS|CICTE|APCERT|AfricaCERT)',
      '[\\w-]+: (?:yes|member|since \\d+)',
    ),
    sections: ['1.5.4'],
    examples: [
      'The island took part in the drill of 2012.',
      'The island is a member of the League of Towers.',
    ],
    counterExamples: [
      'The island will take part in the drill of 2016.',
      'The island is not a member of the League.',
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
