/** What is wrong with a value as files and the command line write it; without a full stop, for it stands within a sentence. */
export const plain_values = {
  not_a_date: '"{shown}" is not a date (write YYYY-MM-DD, like 2026-01-31)',
  not_in_the_calendar: '"{shown}" is not a day of the calendar',
  not_plain: '"{shown}" is not a plain number with a point (like 12.50)',
  too_many_decimals: '"{shown}" has more than {places, plural, one {1 decimal} other {# decimals}}',
  too_large: '"{shown}" is too large',
  too_large_an_amount: '"{shown}" is larger than any amount we can keep',
  too_large_a_quantity: '"{shown}" is larger than any quantity we can keep',
  too_large_a_rate: '"{shown}" is larger than any rate we can keep',
  too_much_tax: '"{shown}" percent is too much tax',
} as const
