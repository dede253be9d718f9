/** What correcting an invoice does. */
export const corrections = {
  done: 'Invoice {ref} is voided and replaced by {made}.',
  preview: 'Invoice {ref} would be voided and replaced by {made}.',
} as const
