/** Adjacent columns that share a section heading. */
export interface SectionSpan {
  key: string
  /** Index of its first column. */
  first: number
  count: number
  start: number
  size: number
}

interface SectionedColumn {
  size: number
  section: { key: string }
}

/** The position of each run of columns with the same section; the first starts at `offset` pixels. */
export function sectionSpans(columns: readonly SectionedColumn[], offset: number): SectionSpan[] {
  const spans: SectionSpan[] = []
  let start = offset
  columns.forEach(({ size, section: { key } }, index) => {
    const previous = spans.at(-1)
    if (previous?.key === key) {
      previous.count += 1
      previous.size += size
    } else {
      spans.push({ key, first: index, count: 1, start, size })
    }
    start += size
  })
  return spans
}
