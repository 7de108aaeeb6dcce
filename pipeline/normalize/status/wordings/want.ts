import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Wordings that say without a word of denial that a thing is wanting. */
export const WANTS: readonly Wording[] = [
  {
    name: 'left_free',
    meaning: 'denial',
    pattern: phrases(
      'left to (?:the )?[\\w-]+ of',
      '(?:each|every) (?:[\\w-]+ ){1,3}?(?:is|are|stands|remains) on (?:its|their) own',
      '(?:on|in) (?:ice|hold|the back burner|limbo|cold storage|a drawer|abeyance|suspense)',
      '(?:gather(?:s|ed|ing)? dust|fall(?:s|en)? on deaf ears|fell on deaf ears|turn(?:s|ed)? (?:its|their|a) (?:backs?|blind eyes?|deaf ears?)(?: on| to)?|(?:held|holds?|shied|shies|stayed|steered|steers|kept|backed) ~(?:back|away|clear|aloof|out) (?:from|of)|wide berth|look(?:s|ed)? the other way|put off indefinitely|swept under)',
      '(?:{be}|{have} ~been) ~(?:axed|shelved|buried|ditched|killed(?: off)?|frozen|halted|torpedoed|vetoed|scuttled|quashed|thrown out|voted down|turned down|struck off|sacrificed|dropped)',
      '(?:at|to) (?:its|their|his|her|(?:the|each) [\\w’]+) (?:own )?discretion',
      '(?:separate|different|own) ways',
      '(?:terra incognita|(?:an? )?(?:unknown|foreign|alien|unheard-of) (?:concept|notion|idea|term|word|practice|thing|territory|ground)|uncharted|virgin territory|a closed book)',
      'without (?:any |the )?(?:institutional |official |formal )?(?:support|protection|guidance|coordination|oversight|supervision|rules|regulation|framework)(?=\\W*$)',
      '(?:attempts?|efforts?|endeavou?rs?|initiatives?|plans?|talks|negotiations)… (?:failed|ended in (?:failure|nothing)|got nowhere|led nowhere|miscarried|were unsuccessful|proved (?:fruitless|abortive|futile)|broke down)',
      '(?:premature|too (?:early|soon)|an exaggeration|going too far) to (?:speak|talk|call|say)',
      '(?:left|leaves?|leaving)… to (?:chance|luck|themselves|itself|(?:their|its) own devices|(?:the )?(?:goodwill|discretion|whim|conscience|initiative) of|market forces|individual|each (?:agency|ministry|department|body|company|operator|user|firm|family|school)|fend)',
      '(?:free|at liberty) to ~(?!choose (?:between|among)|(?:all|the|any|every\\w*|users|citizens|children|attend|download|join|access|call) )\\w+',
      '(?:as|how|whatever|what) (?:they|it|he|she|he or she|one|each) (?:please|pleases|sees? fit|likes?|chooses?|wish|wishes)',
      '(?:is|are|remains?) (?:up to|a matter (?:of (?:taste|choice|chance)|for)) (?:each|every|individual|the individual)',
      'anything goes',
      '(?:every|each) (?:agency|ministry|department|body|company|operator|institution|firm|office)(?: [\\w-]+){0,3}? (?:does|follows|applies|sets|looks after|fends for|manages|goes) (?:as it|its own|for itself|itself)',
    ),
    examples: [
      'The choice of a bell is left to chance.',
      'Guards are free to do with the bell as they please.',
      'Each agency fends for itself.',
    ],
    counterExamples: ['Members left the hall to ring the bell.', 'Calls to the guards are free of charge.'],
  },
  {
    name: 'gap',
    meaning: 'denial',
    pattern: phrases(
      '(?:passes|passed|pass) (?:it |them |this |the \\w+ )?over in silence|(?:sidesteps?|bypass(?:es)?|skips?|leaves? (?:out|aside|unaddressed|untouched)|disregards?|omits?|overlooks?|ignores?) (?:the|this|all|any|such|children|cyber\\w*|it|them)',
      '(?:knows?|sees?|finds?|offers?|contains?|provides?|makes?|takes?|shows?|gives?) (?:no|neither|nothing)',
      '(?:wants?|wanting|wanted) (?:for|in)|short on',
      '(?:there|here) (?:is|are|was|were) (?:a |an )?(?:complete |total |utter |marked |notable )?(?:absence|lack|want|dearth|omission|silence)',
      '(?:never|not) (?:got|gotten|took|taken|came|come|left|made|saw) (?:off|into|about|to|beyond|the|it)',
      '(?:{be}|leaves?|left|shows?|there is|there are|has|have) ~(?:an?|the|this|that|one of the|some)? ?(?:[\\w-]+ )?(?:gaps?|holes?|loopholes?|lacunae?|vacuum|void|blank|blind spots?|black spots?|missing link|missing piece)(?! analysis)',
      '(?:on paper|in name|in theory) (?:only|alone)|only (?:on paper|in name|in theory)|a mere (?:name|title)',
      "(?:stillborn|an empty shell|an orphan|a no[- ]man[’']s land|a far cry|a pipe dream|a distant (?:dream|prospect)|wishful thinking)",
      '(?:stalled|stranded|shipwrecked|ran aground|bogged down|stuck)',
      '(?:spurned|shunned|eschewed|forgone|foregone|dispensed with|dispenses with|forgoes|foregoes|skipped|sat out)',
      '(?:fruitless|in vain|without (?:result|success|effect|fruit))',
    ),
    examples: [
      'The theft of bells is a gap in the law.',
      'A guild of guards exists on paper only.',
      'The search for a guard was in vain.',
      'The plan for a guild is stalled.',
    ],
    counterExamples: [
      'The guards publish a gap analysis each year.',
      'The guards fill the gaps in the wall.',
    ],
  },
]
