/** Returns a pseudorandom number from 0 (included) to 1 (excluded). */
export type Random = () => number

/**
 * A random generator that gives the same numbers for the same seeds on every machine: a hash of the seeds (FNV-1a),
 * then mulberry32.
 */
export function randomOf(...seeds: (string | number)[]): Random {
  let state = hashOf(seeds.join('\n'))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A hash of 32 bits (FNV-1a). */
export function hashOf(text: string, basis = 0x811c9dc5): number {
  let hash = basis
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

export const chance = (random: Random, share: number) => random() < share

/** A random integer from `min` to `max`, both included. */
export const between = (random: Random, min: number, max: number) => min + Math.floor(random() * (max - min + 1))

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

/** Picks an item; items near the start of the list are picked more often. */
export const pickEarly = <Item>(random: Random, items: readonly Item[]): Item =>
  pick(() => random() ** 2 * 0.999_999, items)

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

export const lettersOf = (random: Random, length: number) =>
  Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')

/** An identifier in KPI's format: a letter for the kind of object, then 21 others. */
export const uidOf = (kind: string, random: Random) => kind + lettersOf(random, 21)

export const hexOf = (random: Random, length: number) =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')

export const uuidOf = (random: Random) =>
  `${hexOf(random, 8)}-${hexOf(random, 4)}-4${hexOf(random, 3)}-a${hexOf(random, 3)}-${hexOf(random, 12)}`
