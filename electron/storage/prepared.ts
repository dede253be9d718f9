// Readings whose text is made once, by the engine that keeps the school.
export { prepared, type Slot } from './sqlite/prepared.ts'
