import type { HistoryAction } from './contract/values.ts'
import { isWordKey, say } from './words/say.ts'

/** An action of a customer package's history as a person reads it. */
export function actionWords(action: HistoryAction): string {
  return say(`actions.${action}`)
}

/** Any action of the ledger as a person reads it; one that has no words of its own as its name. */
export function entryWords(action: string): string {
  const key = `actions.${action}`
  if (isWordKey(key)) return say(key)
  const words = action.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How something was paid, as a person reads it. */
export function tenderWords(tender: string): string {
  const key = `actions.tender_${tender}`
  return isWordKey(key) ? say(key) : tender
}
