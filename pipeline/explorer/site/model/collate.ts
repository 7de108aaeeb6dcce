let collator: Intl.Collator | undefined

/** Orders texts as English readers look them up; the rules are read once, when the first two are compared. */
export const compareTexts = (left: string, right: string): number => {
  collator ??= new Intl.Collator('en')
  return collator.compare(left, right)
}
