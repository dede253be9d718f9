/** One way of folding for what is stored, searched and shown: the window folds by the same. */
export { foldText } from '../../shared/folded-text.ts'
