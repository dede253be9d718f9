// Making tables anew in one write transaction, by the engine that keeps the school.
export { renewed } from './sqlite/renewal.ts'
