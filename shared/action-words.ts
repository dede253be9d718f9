import type { HistoryAction } from './contract/values.ts'
import { isWordKey, say } from './words/say.ts'

/** An action of a customer package's history as a person reads it. */
export function actionWords(action: HistoryAction): string {
  return say(`actions.${action}`)
}

/** How something was paid, as a person reads it. */
export function tenderWords(tender: string): string {
  const key = `actions.tender_${tender}`
  return isWordKey(key) ? say(key) : tender
}
