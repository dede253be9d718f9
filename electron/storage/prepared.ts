// Queries whose text is made once, by the engine that keeps the school.
export { prepared, preparedValues, type Slot } from './sqlite/prepared.ts'
