// The words by which customer packages are found, in the index of the engine that keeps the school.
export { countByWords, emptyIndex, foundByWords, indexWords, mayFindMoreThan } from './sqlite/search-index.ts'
