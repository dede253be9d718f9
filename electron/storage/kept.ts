// What was read before, by the engine that keeps the school.
export { keptOn } from './sqlite/kept.ts'
