/** The keys of a table in order: the values of a coded column, from the table that says what each means. */
export const listKeys = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  Object.keys(table) as [Key, ...Key[]]
