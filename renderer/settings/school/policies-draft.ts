import type { CallInput } from '../../../shared/contract/index.ts'
import type { Policies } from '../../../shared/contract/policies.ts'
import { parseDecimal } from '../../../shared/decimal-text.ts'
import { cents } from '../../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { hundredths } from '../../../shared/quantity.ts'
import {
  parseTypedAmount,
  parseTypedQuantity,
  typedAmountText,
  typedQuantityText,
} from '../../../shared/typed-numbers.ts'
import { typedWhole } from '../../../shared/typed-whole.ts'
import { say } from '../../../shared/words/say.ts'
import { parseTypedPercent } from '../typed-rate.ts'

/** The policies as they are being typed. */
export interface PoliciesDraft {
  readonly name: string
  readonly address: string
  readonly timeZone: string
  readonly locale: string
  readonly fundsBelowZero: boolean
  /** as typed; empty: cash is not rounded */
  readonly cashStep: string
  readonly repriceUsedHours: boolean
  readonly feeKind: 'none' | 'fixed' | 'percent'
  readonly feeAmount: string
  readonly feePercent: string
  readonly feeCap: string
  readonly lowHours: string
  readonly lowDays: string
}

/** What the form begins with. */
export function draftOf({ details, withdrawal, runningLow }: Policies, style: MoneyStyle): PoliciesDraft {
  const { fee } = withdrawal
  return {
    ...details,
    cashStep: details.cashStep === 0 ? '' : typedAmountText(cents(details.cashStep), style),
    repriceUsedHours: withdrawal.repriceUsedHours,
    feeKind: fee.kind,
    feeAmount: fee.kind === 'fixed' ? typedAmountText(fee.amount, style) : '',
    feePercent: fee.kind === 'percent' ? typedQuantityText(hundredths(fee.percent), style.locale) : '',
    feeCap: fee.kind === 'percent' && fee.cap !== null ? typedAmountText(fee.cap, style) : '',
    lowHours: typedQuantityText(runningLow.hours, style.locale),
    lowDays: String(runningLow.days),
  }
}

/** The step to which cash is rounded, in minor units; 0: it is not. */
export function typedCashStep({ cashStep }: PoliciesDraft, style: MoneyStyle): number | { readonly problem: string } {
  if (cashStep.trim() === '') return 0
  const step = parseTypedAmount(cashStep, style)
  const example = moneyText(cents(5), style)
  return step === 0 ? { problem: say('settings.write_smallest_coin', { example }) } : step
}

export type DraftProblems = Partial<Record<keyof PoliciesDraft, string>>

/** What every part of the form gets. */
export interface FieldsProps {
  readonly draft: PoliciesDraft
  readonly onDraft: (change: Partial<PoliciesDraft>) => void
  readonly problems: DraftProblems
}

/** What the draft asks for, or which of its fields cannot be read and why. */
export function readDraft(
  draft: PoliciesDraft,
  style: MoneyStyle,
): { readonly input: CallInput<'policies.set'> } | { readonly problems: DraftProblems } {
  const problems: Record<string, string> = {}
  const number = (field: keyof PoliciesDraft, parsed: number | { problem: string }): number => {
    if (typeof parsed === 'number') return parsed
    problems[field] = parsed.problem
    return 0
  }
  const fee = ((): CallInput<'policies.set'>['withdrawal']['fee'] => {
    switch (draft.feeKind) {
      case 'none':
        return { kind: 'none' }
      case 'fixed':
        return { kind: 'fixed', amount: number('feeAmount', parseTypedAmount(draft.feeAmount, style)) }
      case 'percent':
        return {
          kind: 'percent',
          percent: number('feePercent', hundredthsOfPercent(draft.feePercent, style.locale)),
          cap: draft.feeCap.trim() === '' ? null : number('feeCap', parseTypedAmount(draft.feeCap, style)),
        }
    }
  })()
  const hours = number('lowHours', parseTypedQuantity(draft.lowHours, style.locale, 'hour'))
  const days = typedWhole(draft.lowDays, 3) ?? { problem: say('settings.write_a_number_of_days') }
  const { name, address, timeZone, locale, fundsBelowZero, repriceUsedHours } = draft
  const input = {
    details: {
      name,
      address,
      timeZone,
      locale,
      fundsBelowZero,
      cashStep: number('cashStep', typedCashStep(draft, style)),
    },
    withdrawal: { repriceUsedHours, fee },
    runningLow: { hours, days: number('lowDays', days) },
  }
  return Object.keys(problems).length > 0 ? { problems } : { input }
}

function hundredthsOfPercent(typed: string, locale: string): number | { readonly problem: string } {
  const percent = parseTypedPercent(typed, locale, 2)
  return typeof percent === 'object' ? percent : parseDecimal(percent, 2)
}
