import { plainCalls, type CallName, type Contract } from '../../shared/contract/index.ts'
import { actionCalls } from './areas/actions.ts'

/** Every call there is, those of the billing rules' actions from their declarations. */
export const contract: Contract = { ...plainCalls, ...actionCalls }

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name)
}
