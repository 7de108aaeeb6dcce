/** How a status follows from a note: the conventions that the status rules carry out and that a person keeps to. */
export const CODING_PRINCIPLES: readonly string[] = [
  'The words of the note decide, taken literally. A likely misprint stays as it is, and so does an answer that belongs to another section or to another country.',
  'What is in force outweighs what is planned, and both outweigh a denial in the same note: something in force without a denial is `present`, a denial with something in force `partial`, a denial with nothing but a plan `planned`.',
  'A measure that exists and is being replaced is `present`.',
  'A list is `present` if one of its entries is in force, and `planned` if all of them are drafts, bills or proposals, whatever its opening words say.',
  'A named law is `present`, even if a remark says that it is limited.',
  'Plain affirmative prose, or a body or event merely named, is `present`; `partial` needs a denial or a stated lack.',
  'Work under way, a step that is still to be taken and a vague outlook are all plans.',
  'A committee at work on the measure is a plan where the section asks for a document, and `partial` where it asks for a body.',
  'A readiness assessment, the training of staff by others and remarks of a general kind are no substance: with a denial beside them the status is `absent`.',
  'If people are certified but nobody knows how many, the status is `present`. If the note says only that the number is not known, it is `unknown`.',
]

/** Where a section needs a convention of its own. */
export const CODING_BY_SECTION: readonly { readonly section: string; readonly convention: string }[] = [
  {
    section: '1.2.1',
    convention:
      'A named team is `present`, one that is being set up `planned`, a mere assessment `absent`; membership of a regional team after a denial is `partial`.',
  },
  {
    section: '1.3.1',
    convention:
      'An adopted national plan that covers cybersecurity is `present`, after a denial of a strategy `partial`.',
  },
  {
    section: '1.5.1',
    convention:
      'Named partners are `present`; only a membership after a denial is `partial`. Partner countries are those named as partners, themselves or in the name of a national body, also where the partnership is still being made; the place of an event is no partner.',
  },
  {
    section: '1.5.4',
    convention: 'Membership of an international body, and taking part in drills or forums, is `present`.',
  },
  { section: '2.1', convention: 'A related general law after a denial is `partial`.' },
  {
    section: '2.2',
    convention:
      'Signature, ratification or accession is `present`, reservations and missing protocols notwithstanding.',
  },
  {
    section: '2.3',
    convention:
      'A body named as the one to turn to is `present`; after a denial, a helpline or website is `partial`.',
  },
  {
    section: '2.4',
    convention:
      'As 2.3; a response team that is named only to say that it does not take such reports is `absent`.',
  },
]
