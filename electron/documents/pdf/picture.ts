// The library exports it by name, too, which its types do not know.
// oxlint-disable-next-line import/no-named-as-default
import Pdf from 'pdfkit'

/** A picture that a document has opened; its size in its own points. */
export interface Picture {
  readonly width: number
  readonly height: number
}

const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/** Opens a JPEG once for all of a document's pages. Throws where it is none. */
export function openPicture(document: PDFKit.PDFDocument, bytes: Uint8Array): Picture {
  // The library's types know only where pictures come from, not what it makes of them.
  return (document as unknown as { openImage(bytes: Buffer): Picture }).openImage(Buffer.from(bytes))
}

/** Whether bytes are a JPEG that a PDF can hold: others are decoded by the library, which some files break. */
export function isDrawable(bytes: Buffer): boolean {
  if (!bytes.subarray(0, JPEG.length).equals(JPEG)) return false
  try {
    const { width, height } = openPicture(new Pdf({ font: '', autoFirstPage: false }), bytes)
    return width > 0 && height > 0
  } catch {
    return false
  }
}
