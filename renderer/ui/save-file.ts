/** Hands a file to the person as a download; the host asks where to, or puts it among the downloads. */
export function saveFile(name: string, content: string, type: string): void {
  saveBlob(name, new Blob([bytesOf(content)], { type }))
}

/** The same of a file that came in pieces. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own copy once the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** @param content base64 */
export function bytesOf(content: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
}
