import type { LineKind } from '../../shared/contract/values.ts'
import type { Hundredths } from '../../shared/quantity.ts'
import { quantityDisplay, quantityWithUnit, signedQuantityDisplay } from '../../shared/quantity-text.ts'
import { useSchool } from './school.tsx'

/** A quantity on a screen: hours with two decimals, pieces whole where they are. */
export function Quantity(props: { amount: Hundredths; kind: LineKind; as?: 'plain' | 'signed' | 'with unit' }) {
  const { locale } = useSchool()
  switch (props.as ?? 'plain') {
    case 'plain':
      return <>{quantityDisplay(props.amount, props.kind, locale)}</>
    case 'signed':
      return <>{signedQuantityDisplay(props.amount, props.kind, locale)}</>
    case 'with unit':
      return <>{quantityWithUnit(props.amount, props.kind, locale)}</>
  }
}
