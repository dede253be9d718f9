/** What this program is started as for one of the figures, on a data folder. */
export const PARTS = ['start', 'memory'] as const
export type Part = (typeof PARTS)[number]
