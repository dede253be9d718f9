/** An invoice, or the receipt of an entry. */
export type PaperOf =
  { readonly of: 'invoice'; readonly ref: string } | { readonly of: 'receipt'; readonly entry: number }
