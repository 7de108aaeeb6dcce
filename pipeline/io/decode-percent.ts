/** A text without percent-encoding; null if its encoding is broken. */
export const decodePercent = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
