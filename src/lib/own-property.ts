/**
 * The own property of a record under a key from data. Plain indexing would also return inherited properties such as
 * `constructor` and `toString`.
 */
export const ownProperty = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
