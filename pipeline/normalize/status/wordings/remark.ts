import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Wordings that judge or wish without telling what there is; they are tried last. */
export const REMARKS: readonly Wording[] = [
  {
    name: 'general_remark',
    meaning: 'neutral',
    pattern: phrases(
      '^(?:[\\w-]+ ){1,4}(?:is|are|was|were) ~(?:low|poor|weak|limited|modest|insufficient|inadequate)(?=\\W*$)',
      '^(?:[\\w-]+ ){1,4}(?:quarrel|quarrels|quarrelled|compete|competes|argue)',
      '^(?:those|the (?:few|ones|two|three|others?)) (?:who|that|which) (?:had|were|once)',
      '(?:auditors?|assessors?|reviewers?|evaluators?|inspectors?|consultants?|interviewees|respondents|experts) ~(?:considers?|considered|notes?|noted|regards?|regarded|finds?|found|concludes?|concluded|observes?|observed|stress(?:es|ed)?|warns?|warned|advises?|advised|concurs?|concurred|agrees?|agreed)',
      '(?:concurs?|concurred|(?:confirmed|endorsed|shared) (?:this|the) (?:view|finding|assessment|opinion))',
      '(?:{be}|has|have)? ?~(?:been )?(?:rated|scored|graded)(?! (?:on a scale|every|each|yearly|annually|against|by means))',
      '^(?:this|that|which) (?:represents?|constitutes?|poses?|means?|leaves?|exposes?|makes?|hampers?|hinders?|limits?|explains?|reflects?|creates?|results?|increases?|undermines?|(?:is|was|remains) (?:an? |the |one of the )?(?:[\\w-]+ ){0,3}?(?:risks?|weakness|gap|concern|finding|problem|shortcomings?|deficiency|cause|issue|obstacle|challenge|vulnerability))',
      '(?:generally|widely|universally|increasingly|commonly|often|broadly|rightly) (?:acknowledged|recogni[sz]ed|accepted|agreed|felt|seen|regarded|considered|admitted)',
      '(?:{have} ~been|{be}) ~(?:seen|recogni[sz]ed|regarded|considered|acknowledged|identified|described|viewed|perceived) as (?:an? |the |one of the |among the )?(?:[\\w-]+ ){0,2}?(?:priority|priorities|risks?|threats?|problems?|dangers?|concerns?|needs?|challenges?|important|essential|vital|urgent|necessary|serious|desirable|useful)',
      '(?:need|needs|necessity|importance|urgency|desirability|usefulness|value|danger) (?:for|of|to)…(?:acknowledged|recogni[sz]ed|felt|stressed|noted|underlined|emphasi[sz]ed|pointed out|understood|accepted|raised)',
      '(?:rise|increase|growth|surge|upsurge) (?:in|of) (?:[\\w-]+ ){0,3}?(?:complaints|attacks|incidents|cybercrime|crime|cases|threats|fraud)',
      '(?:repeated|several|numerous|many|frequent|constant) (?:calls|appeals|recommendations|requests|promises|reminders|warnings|demands)',
      '^(?:whereas|while|whilst|although|though|unlike|despite|even if) (?:[\\w-]+ ){0,3}?(?:neighbou?rs|neighbou?ring (?:countries|states)|other countries|the region)',
      '(?:has|have) ~(?:at various times |time and again |for years )?(?:claimed|complained|advocated|quarrelled|argued)',
    ),
    examples: [
      'The auditors consider it a root cause.',
      'This poses a high risk.',
      'The tower was rated as basic.',

      'That bells are needed is generally acknowledged.',
      'In spite of repeated appeals of the guards',
      'Whereas its neighbours ring bells',
      'The need for a bell has been recognised.',
    ],
    counterExamples: [
      'This is done by the guards.',
      'Auditors found no bell.',
      'The guards have recognised the bell.',
      'A guard is seen on the tower.',
    ],
  },
]
