/** What is said of an amount or a quantity as it was typed. */
export const numbers = {
  amountMissing: 'Write an amount.',
  quantityMissing: 'Write a quantity.',
  notAnAmount: '“{typed}” is not an amount. Write it in digits, like {example}.',
  notAQuantity: '“{typed}” is not a quantity. Write it in digits, like {example}.',
  noHours: '“{typed}” is hours and minutes, and this is counted in pieces. Write how many there are, like 2.',
  amountDecimals:
    '{decimals, plural, =0 {“{typed}” has decimals, and {currency} has none.} one {“{typed}” has too many decimals: {currency} has 1.} other {“{typed}” has too many decimals: {currency} has #.}}',
  quantityDecimals: '“{typed}” has more than 2 decimals. Write it like {example}.',
  rateMissing: 'Write a rate.',
  percentMissing: 'Write a percentage, 0 for none.',
  notARate: '“{typed}” is not a rate. Write it in digits, like {example}.',
  notAPercent: '“{typed}” is not a percentage. Write it in digits, like {example}.',
  tooManyDecimals: '“{typed}” has more than {places} decimals. Write it like {example}.',
  ambiguous: '“{typed}” can be read in two ways. Write it like {example}.',
  tooLarge: '“{typed}” is larger than anything that can be kept.',
} as const
