import type { ZodError } from 'zod'

/** The first fault of a value and its place, such as `documents.0.sha256: is not …`, and how many more there are. */
export const describeFault = ({ issues }: ZodError): string => {
  const [first] = issues
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  return `${first?.path.join('.') || 'the file'}: ${first?.message}${more}`
}
