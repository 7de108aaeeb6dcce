/**
 * The element at an index that cannot be out of range.
 * @throws RangeError if it is, which is a fault of the program
 */
export const at = <T>(list: ArrayLike<T>, index: number): T => {
  const element = list[index]
  if (element === undefined) throw new RangeError(`No element ${index} in a list of ${list.length}.`)
  return element
}
