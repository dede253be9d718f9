/** Hands a file to the person as a download; the host asks where to, or puts it among the downloads. */
export function saveFile(name: string, content: string, type: string): void {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own copy once the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
