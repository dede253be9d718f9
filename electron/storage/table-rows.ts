// Rows as they lie in the file, by the engine that keeps the school.
export { tableRows } from './sqlite/table-rows.ts'
