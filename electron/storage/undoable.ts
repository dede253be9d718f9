// A part of a write transaction that can be taken back alone, by the engine that keeps the school.
export { undoable } from './sqlite/savepoint.ts'
