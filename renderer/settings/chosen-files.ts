import { say } from '../../shared/words/say.ts'
/** A file as the import call takes it. */
export interface ImportFile {
  readonly name: string
  /** the bytes, base64 */
  readonly content: string
}

/** The CSV files of a choice; of a folder only those directly in it, as the command line takes them. */
export function csvFiles(files: readonly File[]): File[] {
  return files.filter((file) => {
    const depth = file.webkitRelativePath === '' ? 1 : file.webkitRelativePath.split('/').length - 1
    return depth === 1 && /\.csv$/i.test(file.name)
  })
}

/** Reads a file whole, as base64. Throws where it cannot be read any more. */
export function readFile(file: File): Promise<ImportFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} could not be read`))
    reader.onload = () => {
      const address = String(reader.result)
      resolve({ name: file.name, content: address.slice(address.indexOf(',') + 1) })
    }
    reader.readAsDataURL(file)
  })
}

/** Size of a file as a person reads it. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return say('settings.size_bytes', { bytes })
  if (bytes < 1024 * 1024) return say('settings.size_kilobytes', { value: Math.round(bytes / 1024) })
  return say('settings.size_megabytes', { value: (bytes / (1024 * 1024)).toFixed(1) })
}
