// Stands in the unit tests for the file of this name in electron/: hundreds of passwords are made and tried there, and at
// the cost that the program asks of each, the tests would do little else. `sign-in.test.ts` holds that cost.
export const PASSWORD_COST = { N: 2 ** 10, r: 8, p: 1 }
