/** Why a text cannot be kept, and an amount not be counted. */
export const text = {
  broken: 'This holds half a sign that cannot be kept. Write it again.',
  control: 'This holds a control character that nobody can see. Write it again, without pasting.',
  invisible: 'This has nothing that can be seen. Write something, or leave it empty.',
  amount_too_large: 'This amount is larger than any that can be kept.',
  quantity_too_large: 'This quantity is larger than any that can be kept.',
  line_too_large: 'A line comes to more than can be kept.',
  account_too_large: 'An account would hold more than can be kept.',
  half_sign_entry:
    'The note of entry {entry} was taken with half a sign, which is kept as another one. Everything else of it is as it was recorded: nothing needs to be done.',
  too_large_remedy: 'Check the amount, the quantity and the rate.',
} as const
