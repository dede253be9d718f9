/** The two lists of the catalogue: what is flown or taught by the hour, and what is sold by the piece. */
export type CataloguePart = 'hours' | 'items'
