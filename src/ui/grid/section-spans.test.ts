import { expect, it } from 'vitest'
import { sectionSpans } from './section-spans.ts'

const column = (key: string, size: number) => ({ size, section: { key } })

it('spans each run of columns of one section, behind the frozen ones', () => {
  const spans = sectionSpans([column('a', 100), column('a', 50), column('b', 80), column('a', 20)], 300)
  expect(spans).toEqual([
    { key: 'a', first: 0, count: 2, start: 300, size: 150 },
    { key: 'b', first: 2, count: 1, start: 450, size: 80 },
    { key: 'a', first: 3, count: 1, start: 530, size: 20 },
  ])
})
