/** Paper and tables of any kind. */
export const documents = {
  period_made_today: '{period} · made {today}',
  nothing: 'Nothing',
  foot_of_page: '{name} · {title} · {period} · page {page} of {pages}',
  the_whole_ledger: 'the whole ledger, as Blocktime keeps it',
} as const
