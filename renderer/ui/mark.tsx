/** Blocktime's mark: a block of hours, part of it used. Decoration only. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="24" height="24" rx="5" fill="var(--bt-accent)" />
      <rect x="6" y="7" width="14" height="3" rx="1" fill="var(--bt-surface)" />
      <rect x="6" y="12" width="14" height="3" rx="1" fill="var(--bt-surface)" opacity="0.55" />
      <rect x="6" y="17" width="8" height="3" rx="1" fill="var(--bt-surface)" />
    </svg>
  )
}
