import { makePdf, drawLine } from './extract/make-pdf.ts'
import { extractPdf } from '../pipeline/extract/extract-pdf.ts'
const bytes = await makePdf((pdf) => { pdf.font('Helvetica').fontSize(11)
 const t = '-Crimes Code Telecommunications Code'
 console.log(pdf.widthOfString(t))
 drawLine(pdf, t, 60, 500); drawLine(pdf, '-Signature Agency', 60 + pdf.widthOfString(t) + 7.7, 500)
 drawLine(pdf, t, 60, 480); drawLine(pdf, '-Signature Agency', 60 + pdf.widthOfString(t) + 9.7, 480)
})
console.log((await extractPdf(bytes)).pages[0]!.runs)
