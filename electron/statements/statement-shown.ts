/** What of a statement is shown: a customer may be let see the hours of the own packages without their money. */
export interface StatementShown {
  /** of the packages */
  readonly money: boolean
  readonly account: boolean
}
