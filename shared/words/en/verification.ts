/** A verification and a rebuild, as they are asked for and waited for. */
export const verification = {
  rebuild: 'Rebuild…',
  rebuild_title: 'Rebuild from the ledger',
  rebuild_asked:
    'Lists, balances, invoices and everything else that follows from the ledger are made anew from its entries. A backup of what is there is made first. Nobody can record anything meanwhile.',
  rebuild_now: 'Rebuild',
  percent: '{percent}% of the ledger',
} as const
