/** Columns beside one another under one heading. */
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

/** Where each run of columns of one section stands, from `offset` on. */
export function sectionSpans(columns: readonly SectionedColumn[], offset: number): SectionSpan[] {
  const spans: SectionSpan[] = []
  let start = offset
  columns.forEach(({ size, section: { key } }, index) => {
    const open = spans.at(-1)
    if (open?.key === key) {
      open.count += 1
      open.size += size
    } else {
      spans.push({ key, first: index, count: 1, start, size })
    }
    start += size
  })
  return spans
}
