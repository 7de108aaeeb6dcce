/** The function of the page that every data file calls with its name and its value. */
export const REGISTER = 'cyberwellnessData'

/**
 * A data file: a classic script that hands its value to the page, since pages opened from disk may not fetch.
 * `JSON.parse` keeps a key such as `__proto__` an ordinary key, and is the faster way to read large values.
 */
export const dataScript = (name: string, value: unknown): string =>
  `${REGISTER}(${JSON.stringify(name)},JSON.parse(${JSON.stringify(JSON.stringify(value))}))\n`
