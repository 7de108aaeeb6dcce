/** Version of the code and of the releases that it writes. */
export const VERSION = '0.1.0'
