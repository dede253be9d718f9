// The engine that keeps the school. Outside of storage/ nothing names it: another engine would be chosen here.
export { openDatabase } from './sqlite/sqlite-database.ts'
export { copySchool, forgetLostLog, holdsSchool, isEmptied, logIsLost, schoolFileIn } from './sqlite/files.ts'
export { replaceDatabase } from './sqlite/copy.ts'
export { asSingleFile, describeFile, entryHash, type FileDescription } from './sqlite/describe-file.ts'
