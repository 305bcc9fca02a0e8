/** One line of the table: a measurement and its limit. */
export interface Result {
  name: string
  value: number
  unit: string
  /** The most that it may be; `null` where there is no limit. */
  limit: number | null
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1)
  return (low + high) / 2
}

/** The value that this share of them, from 0 to 1, is at or below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

const readable = (value: number) => String(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100)

/** As Markdown. */
export function table(results: readonly Result[]): string {
  const lines = results.map(({ name, value, unit, limit }) => {
    const within = limit === null ? '' : value <= limit ? 'yes' : '**no**'
    return `| ${name} | ${readable(value)} | ${unit} | ${limit === null ? '' : readable(limit)} | ${within} |`
  })
  return ['| measurement | value | unit | limit | within |', '|---|--:|---|--:|---|', ...lines].join('\n')
}
