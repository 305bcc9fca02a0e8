/** Summary of the values of a column. */
export interface Aggregate {
  answered: number
  blank: number
  /** `null` if any value is not a number. `sum` is exact. */
  numbers: { sum: string; mean: number; min: number; max: number } | null
  /** The most frequent value, the first of several; `null` if no value occurs twice. */
  mostFrequent: { value: string; count: number } | null
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/

export const isNumberText = (text: string) => NUMBER.test(text)

/** Counts of a column, built up value by value. */
export interface ColumnTally {
  answered: number
  blank: number
  /** The number of occurrences of each value. */
  counts: Map<string, number>
}

export const newColumnTally = (): ColumnTally => ({ answered: 0, blank: 0, counts: new Map() })

/** Counts one more answer: its values, several for a multiple choice, none if it is blank. */
export function addToTally(tally: ColumnTally, values: readonly string[]) {
  if (values.length === 0) tally.blank += 1
  else tally.answered += 1
  for (const value of new Set(values)) tally.counts.set(value, (tally.counts.get(value) ?? 0) + 1)
}

/** Computes the summary from the counts. */
export const aggregateOf = ({ answered, blank, counts }: ColumnTally): Aggregate => ({
  answered,
  blank,
  numbers: numbersOf(counts, answered),
  mostFrequent: mostFrequentOf(counts),
})

/** Computes the summary of all answers at once. */
export function aggregate(values: Iterable<readonly string[]>): Aggregate {
  const tally = newColumnTally()
  for (const each of values) addToTally(tally, each)
  return aggregateOf(tally)
}

function mostFrequentOf(counts: ReadonlyMap<string, number>): Aggregate['mostFrequent'] {
  let frequent: Aggregate['mostFrequent'] = null
  for (const [value, count] of counts) if (count > Math.max(1, frequent?.count ?? 0)) frequent = { value, count }
  return frequent
}

/** Adds decimals as scaled integers, so that 0.1 and 0.2 are 0.3. */
function numbersOf(counts: ReadonlyMap<string, number>, answered: number): Aggregate['numbers'] {
  if (answered === 0) return null
  const texts = [...counts.keys()]
  if (!texts.every((text) => NUMBER.test(text))) return null
  const decimals = Math.max(...texts.map(decimalsOf))
  let sum = 0n
  let [min, max] = [Infinity, -Infinity]
  for (const [text, count] of counts) {
    sum += toScaledInteger(text, decimals) * BigInt(count)
    min = Math.min(min, Number(text))
    max = Math.max(max, Number(text))
  }
  const exact = fromScaledInteger(sum, decimals)
  return { sum: exact, mean: Number(exact) / answered, min, max }
}

const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0

/** 12.5 with two decimals is 1250. */
function toScaledInteger(text: string, decimals: number): bigint {
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  const magnitude = BigInt(`${whole || '0'}${fraction.padEnd(decimals, '0')}`)
  return text.startsWith('-') ? -magnitude : magnitude
}

function fromScaledInteger(scaled: bigint, decimals: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0')
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  const text = digits.slice(0, digits.length - decimals) + (decimals > 0 && fraction ? `.${fraction}` : '')
  return scaled < 0n ? `-${text}` : text
}
