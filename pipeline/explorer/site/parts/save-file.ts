/** Long enough for every browser to have begun a download. */
const KEEP_FOR_MS = 60_000

/** The media type of CSV. */
export const CSV_TYPE = 'text/csv;charset=utf-8'

/** Saves a file to the folder for downloads. */
export const saveFile = (name: string, content: string | Blob, type: string): void => {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEEP_FOR_MS)
}
