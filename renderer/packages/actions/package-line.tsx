import { Text } from '@mantine/core'
import type { PackageInForm } from './package-of.ts'

/** About whom and which package a form is. */
export function PackageLine({ of, packageRef }: { of: PackageInForm; packageRef: string }) {
  if (!of.widget) return <Text size="sm">{packageRef}</Text>
  return (
    <Text size="sm">
      <strong>{of.widget.customerName}</strong> · {of.widget.packageName} · {packageRef}
    </Text>
  )
}
