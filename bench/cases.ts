import { AS_HERE, type Conditions, SLOW_LAPTOP, SLOW_NETWORK } from './browser.ts'
import type { TableCase } from './measure-table.ts'

const LIMITS: TableCase['limits'] = {
  visible: 1500,
  'DOM nodes': 5000,
  'longest task': 150,
  select: 50,
  scroll: 3000,
  frame: 17,
  heap: 80,
}

const number = (value: number) => value.toLocaleString('en')

const byForm = [50, 300, 1269].flatMap((questions) =>
  [30, 100, 1000].map((rows) => ({
    name: `${number(questions)} questions, ${number(rows)} rows`,
    questions,
    submissions: 3000,
    rows,
    conditions: AS_HERE,
    limits: questions === 1269 ? { ...LIMITS, ...(rows === 100 && { 'first rows': 150 }) } : {},
  })),
)

/** A wide form starts with a dozen columns; here every one of them is shown. */
const allColumns = [100, 1000].map((rows) => ({
  name: `1,269 questions, all shown, ${number(rows)} rows`,
  questions: 1269,
  submissions: 3000,
  rows,
  view: '&columns=*',
  conditions: AS_HERE,
  limits: LIMITS,
}))

const bySize = [1000, 100_000, 1_000_000].map((submissions) => ({
  name: `${number(submissions)} submissions`,
  questions: 50,
  submissions,
  rows: 100,
  conditions: AS_HERE,
  limits: {},
}))

const slower = [SLOW_LAPTOP, SLOW_NETWORK].map((conditions) => ({
  name: '1,269 questions, 100 rows',
  questions: 1269,
  submissions: 3000,
  rows: 100,
  conditions,
  limits: {},
}))

/** Tables to measure, and under which conditions. */
export const benchCases: (TableCase & { conditions: Conditions })[] = [...byForm, ...allColumns, ...bySize, ...slower]
