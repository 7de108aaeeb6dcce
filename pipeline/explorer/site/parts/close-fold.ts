/** Escape closes the fold that the focus is in; the focus goes back to what opened it. */
export const closeFold = ({ key, target }: KeyboardEvent): void => {
  if (key !== 'Escape' || !(target instanceof Element)) return
  // a field that holds something is emptied first
  if (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.value !== '') return
  const fold = target.closest<HTMLDetailsElement>('details[open]')
  const opener = fold?.querySelector('summary')
  // wide screens show filters without their opener
  if (!fold || !opener?.checkVisibility()) return
  fold.open = false
  opener.focus()
}
