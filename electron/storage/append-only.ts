/** Tables whose rows may only be added: every engine refuses update and delete. */
export const APPEND_ONLY = [
  'accounts',
  'audit_list',
  'closing_reopenings',
  'closings',
  'commands',
  'entries',
  'history',
  'postings',
  'reconcile_reopenings',
  'reconcile_settled_lines',
  'reconcile_settled_payments',
  'reconcile_settlements',
  'statements',
]
