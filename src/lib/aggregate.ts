/** What can be said of all the answers of a column. */
export interface Aggregate {
  answered: number
  blank: number
  /** `null` where any answer is no number. */
  numbers: { sum: string; mean: number; least: number; most: number } | null
  /** The value that was answered most often; `null` where none was answered twice. */
  frequent: { value: string; count: number } | null
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/

export const isNumber = (text: string) => NUMBER.test(text)

/** What was counted so far of a column. */
export interface ColumnTally {
  answered: number
  blank: number
  /** How often each value was answered. */
  counts: Map<string, number>
}

export const newColumnTally = (): ColumnTally => ({ answered: 0, blank: 0, counts: new Map() })

/** Counts one more answer by its values, several where several were chosen; none where it is blank. */
export function addTo(tally: ColumnTally, values: readonly string[]) {
  if (values.length === 0) tally.blank += 1
  else tally.answered += 1
  for (const value of new Set(values)) tally.counts.set(value, (tally.counts.get(value) ?? 0) + 1)
}

export const aggregateOf = ({ answered, blank, counts }: ColumnTally): Aggregate => ({
  answered,
  blank,
  numbers: numbersOf(counts, answered),
  frequent: frequentOf(counts),
})

/** The same of all answers at once. */
export function aggregate(values: Iterable<readonly string[]>): Aggregate {
  const tally = newColumnTally()
  for (const each of values) addTo(tally, each)
  return aggregateOf(tally)
}

function frequentOf(counts: ReadonlyMap<string, number>): Aggregate['frequent'] {
  let frequent: Aggregate['frequent'] = null
  for (const [value, count] of counts) if (count > Math.max(1, frequent?.count ?? 0)) frequent = { value, count }
  return frequent
}

/** Decimals are added as whole numbers: 0.1 and 0.2 are 0.3. */
function numbersOf(counts: ReadonlyMap<string, number>, answered: number): Aggregate['numbers'] {
  if (answered === 0) return null
  const texts = [...counts.keys()]
  if (!texts.every((text) => NUMBER.test(text))) return null
  const places = Math.max(...texts.map(placesOf))
  let sum = 0n
  let [least, most] = [Infinity, -Infinity]
  for (const [text, count] of counts) {
    sum += toWhole(text, places) * BigInt(count)
    least = Math.min(least, Number(text))
    most = Math.max(most, Number(text))
  }
  const exact = toText(sum, places)
  return { sum: exact, mean: Number(exact) / answered, least, most }
}

const placesOf = (text: string) => text.split('.')[1]?.length ?? 0

/** 12.5 with two places is 1250. */
function toWhole(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  const size = BigInt(`${whole || '0'}${fraction.padEnd(places, '0')}`)
  return text.startsWith('-') ? -size : size
}

function toText(whole: bigint, places: number): string {
  const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, '0')
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  const text = digits.slice(0, digits.length - places) + (places > 0 && fraction ? `.${fraction}` : '')
  return whole < 0n ? `-${text}` : text
}
