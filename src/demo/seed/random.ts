/** Numbers from 0 up to 1 that look random. */
export type Random = () => number

/** The same numbers for the same seeds, on every machine: a hash of the seeds (FNV-1a), then mulberry32. */
export function randomOf(...seeds: (string | number)[]): Random {
  let state = hashOf(seeds.join('\n'))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** 32 bits that stand for a text. */
export function hashOf(text: string, basis = 0x811c9dc5): number {
  let hash = basis
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

export const chance = (random: Random, share: number) => random() < share

/** A whole number from `min` to `max`, both included. */
export const between = (random: Random, min: number, max: number) => min + Math.floor(random() * (max - min + 1))

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

/** The nearer to the front of the list, the more often. */
export const pickEarly = <Item>(random: Random, items: readonly Item[]): Item =>
  pick(() => random() ** 2 * 0.999_999, items)

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

export const lettersOf = (random: Random, length: number) =>
  Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')

/** An identifier as KPI makes them: a letter for the kind of thing, then 21 others. */
export const uidOf = (kind: string, random: Random) => kind + lettersOf(random, 21)

export const hexOf = (random: Random, length: number) =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')

export const uuidOf = (random: Random) =>
  `${hexOf(random, 8)}-${hexOf(random, 4)}-4${hexOf(random, 3)}-a${hexOf(random, 3)}-${hexOf(random, 12)}`
