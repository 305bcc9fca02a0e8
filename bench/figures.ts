/** One line of the table: what was measured, and what is to be reached. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** The most that it may be; `null` where nothing is promised. */
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

/** The one that so much of them are at or below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

const readable = (value: number) => String(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100)

/** As Markdown. */
export function table(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, value, unit, limit }) => {
    const verdict = limit === null ? '' : value <= limit ? 'yes' : '**no**'
    return `| ${name} | ${readable(value)} | ${unit} | ${limit === null ? '' : readable(limit)} | ${verdict} |`
  })
  return ['| what | value | unit | at most | reached |', '|---|--:|---|--:|---|', ...lines].join('\n')
}
