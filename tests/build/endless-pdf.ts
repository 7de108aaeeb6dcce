import { pdfOfPages, stream } from '../hostile-files/raw-pdf.ts'

/** A page that takes years to show: every form shows the next one ten times, and the last has much to do and nothing to keep. */
export const endlessPdf = (): Buffer => {
  const depth = 12
  const form = (number: number) =>
    stream(
      '/N Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N ${number} 0 R >> >>`,
    )
  const forms = Array.from({ length: depth }, (_, index) => form(7 + index))
  const last = stream('q Q '.repeat(250_000), '/Type /XObject /Subtype /Form /BBox [0 0 9 9]')
  return pdfOfPages(['/N Do'], { page: '/Resources << /XObject << /N 6 0 R >> >>', more: [...forms, last] })
}
