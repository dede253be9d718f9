// Rows without any rule, by the engine that keeps the school.
export { openRawWriter, type RawRows } from './sqlite/raw-rows.ts'
