/**
 * What a record itself holds under a key that somebody else chose. Plain indexing would also find what every object
 * inherits: `constructor`, `toString`.
 */
export const ownProperty = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
