/** What is wrong with a row of activity.csv. */
export const activity_csv = {
  unused: '{action} does not use {columns}. Leave it empty there.',
  refund_without_code: 'Without a code the whole invoice is refunded: leave {columns} empty, or write the code.',
} as const
