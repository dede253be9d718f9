import { say } from '../../../shared/words/say.ts'
import { CallFailure } from '../../api/call-failure.ts'

/** Sharp at the size of a letterhead, and small enough to be in every statement. */
const WIDEST = 1_200
const HIGHEST = 400
const QUALITY = 0.95

/**
 * A chosen picture as it goes on paper: a JPEG on white, base64. Throws a failure where the file is no picture.
 */
export async function pictureForPaper(file: File): Promise<string> {
  const picture = new Image()
  picture.src = await addressOf(file)
  try {
    await picture.decode()
  } catch {
    throw new CallFailure({
      code: 'invalid_input',
      message: say('settings.name_is_not_a_picture_that_this', { name: file.name }),
      remedy: say('settings.choose_a_png_jpeg_or_svg_file'),
    })
  }
  // A drawing without a size of its own is drawn as large as it may be.
  const [ownWidth, ownHeight] = [picture.naturalWidth || WIDEST, picture.naturalHeight || HIGHEST]
  const share = Math.min(1, WIDEST / ownWidth, HIGHEST / ownHeight)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(ownWidth * share))
  canvas.height = Math.max(1, Math.round(ownHeight * share))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this window cannot draw')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', QUALITY).split(',')[1] ?? ''
}

function addressOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'))
    reader.readAsDataURL(file)
  })
}
