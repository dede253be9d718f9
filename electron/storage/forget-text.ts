// Erasing texts from what the engine keeps beside the records.
export { forgetText } from './sqlite/forget-text.ts'
