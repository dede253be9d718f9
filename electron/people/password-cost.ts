/** OWASP's current parameters for scrypt; kept with each password, so that they can grow. */
export const PASSWORD_COST = { N: 2 ** 17, r: 8, p: 1 }
