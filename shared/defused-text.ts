const STARTS_A_FORMULA = /^'*[=+\-@\t\r]/

/** A cell as it is exported: never one that a spreadsheet would run as a formula. `undefused` takes it back. */
export function defused(field: string): string {
  return STARTS_A_FORMULA.test(field) ? `'${field}` : field
}

/** A cell as it was before `defused`. */
export function undefused(field: string): string {
  return field.startsWith("'") && STARTS_A_FORMULA.test(field) ? field.slice(1) : field
}
