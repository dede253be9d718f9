// Many rows at once, by the engine that keeps the school.
export { insertRows, updateRow } from './sqlite/insert-rows.ts'
