import { expect, it } from 'vitest'
import { sectionSpans } from './section-spans.ts'

const column = (key: string, size: number) => ({ size, section: { key } })

it('each run of columns with the same section gets a span, starting after the frozen columns', () => {
  const spans = sectionSpans([column('a', 100), column('a', 50), column('b', 80), column('a', 20)], 300)
  expect(spans).toEqual([
    { key: 'a', first: 0, count: 2, start: 300, size: 150 },
    { key: 'b', first: 2, count: 1, start: 450, size: 80 },
    { key: 'a', first: 3, count: 1, start: 530, size: 20 },
  ])
})
