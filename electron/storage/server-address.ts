// How a school's place on a server is written. Nothing of the engine is loaded for it.
export { addressText, readAddress, type AddressProblem, type ServerAddress } from './postgres/address.ts'
