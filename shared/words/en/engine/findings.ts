/** What a verification finds, and what to do about it. */
export const findings = {
  entry_changed: 'Entry {entry} is not as it was recorded: its content does not fit its hash.',
  entry_unreadable: 'Entry {entry} holds a document that is not in the form in which it was recorded.',
  entry_rewritten:
    'Entry {entry} has another hash than the one kept outside the data file: the ledger was computed anew.',
  entries_missing: '{count, plural, one {Entry {from} is} other {Entries {from} to {to} are}} missing.',
  row_without_entry: 'The table {table} has rows of entry {entry}, which there is not.',
  text_changed: 'Text {place} beside entry {entry} is not the one of which the entry holds the commitment.',
  text_missing: 'Text {place} beside entry {entry} is gone, and nobody erased it.',
  text_not_erased: 'Text {place} beside entry {entry} is there, although it was erased.',
  text_of_nothing: 'Text {place} beside entry {entry} belongs to nothing in that entry.',
  entry_does_otherwise: 'Entry {entry} moves something else than what its document says.',
  entry_not_again: 'What entry {entry} did cannot be made again: {reason}',
  row_changed:
    'The table {table} has a row that the ledger does not give: {key} differs in {count, plural, one {the column} other {the columns}} {columns}.',
  row_missing: 'The table {table} lacks a row that the ledger gives: {key}.',
  row_too_many: 'The table {table} has a row too many, which the ledger does not give: {key}.',
  table_not_compared: 'The table {table} could not be compared with the ledger: {reason}',
  log_damaged: 'The ledger itself is damaged, so nothing can be made anew from it. {finding}',
  log_damaged_remedy: 'Nothing was changed. Keep a copy of the data folder, and restore the last good backup.',
  rebuilt:
    '{count, plural, =0 {Nothing was wrong} one {One row was made anew} other {# rows were made anew}}. What was there before is kept as {backup}.',
  not_run: 'This could not be checked: {reason}',
  remedy_file:
    'Make a copy of the data folder now, then restore the last good backup. The disk may be failing: look at it, too.',
  remedy_balanced:
    'The file was changed by something else than Blocktime. Keep a copy of the data folder as evidence, and restore the last backup from before the entries named.',
  remedy_balances:
    'The ledger is the truth, and the screens may show other numbers. Keep a copy of the data folder, restore the last good backup, and record again what came after it.',
  remedy_chain:
    'The ledger was changed by something else than Blocktime. Keep a copy of the data folder as evidence, and restore the last backup from before the entries named.',
  remedy_records:
    'Trust the history of what is named here, not the lists. Keep a copy of the data folder, and restore the last good backup; where an entry is dated into closed days, ask who worked with the file.',
  remedy_statements:
    'The ledger no longer gives what was printed. Compare the statement with the history of its packages, and find out what changed the file.',
  check_file: 'The data file is whole',
  check_balanced: 'Every entry balances, in money as in hours and pieces',
  check_balances: 'The balances equal the ledger',
  check_chain: 'The chain of hashes is whole',
  check_records: 'Lists and frozen terms agree with the ledger',
  check_statements: 'Issued statements still come out of the ledger',
  entry_leaves_hundredths: 'Entry {entry} leaves {quantity} hundredths of {commodity} over.',
  entry_leaves_money: 'Entry {entry} leaves {amount} minor units of money over.',
  posting_without_entry: 'A posting of entry {entry} has no entry or no account.',
  entry_on_closed_day: 'Entry {entry} is dated {date}, a day that was closed when it was recorded.',
  closing_with_another_sum:
    'The closing of {from} to {to} was signed off with another sum of {tender} than the ledger has.',
  currency_without_such_decimals:
    'Amounts of {currency} are shown with {decimals} decimals, which that currency does not have.',
  statement_otherwise: 'Statement {number} does not come out of the ledger again as it was issued.',
} as const
