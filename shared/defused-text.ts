/** Also behind signs that nobody sees, and written full-width: some programs take those for the plain ones. */
const STARTS_A_FORMULA =
  /^'*(?:[\t\r]|[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b])/u

/** A cell as it is exported: never one that a spreadsheet would run as a formula. `undefused` takes it back. */
export function defused(field: string): string {
  return STARTS_A_FORMULA.test(field) ? `'${field}` : field
}

/** A cell as it was before `defused`. */
export function undefused(field: string): string {
  return field.startsWith("'") && STARTS_A_FORMULA.test(field) ? field.slice(1) : field
}
