import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { ConditionText } from '#/dataset/filter/ConditionText.tsx'
import { OperandInput } from '#/dataset/filter/OperandInput.tsx'
import { type SubmissionColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { problemOf } from '#/dataset/model/filter-operators.ts'
import type { Condition } from '#/dataset/query/filter.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'

beforeAll(async () => {
  await startI18n()
  await i18n.loadLanguages('fr')
  await i18n.loadNamespaces('submissions')
})
beforeEach(async () => {
  await i18n.changeLanguage('en')
})
afterEach(cleanup)

let asked: Condition

/** The condition as it is written, and in words. */
function Asked({ first, column }: { first: Condition; column?: SubmissionColumn }) {
  const [condition, setCondition] = useState(first)
  return (
    <DisplayProvider value={useNewDisplay(0)}>
      <OperandInput
        test={condition.test}
        column={column}
        people={[]}
        error={problemOf(condition)}
        onChange={(test) => {
          asked = { ...condition, test }
          setCondition(asked)
        }}
      />
      <p role="status">
        <ConditionText condition={condition} column={column} />
      </p>
    </DisplayProvider>
  )
}

function ask(first: Condition) {
  asked = first
  const column = SYSTEM_COLUMNS.find(({ id }) => id === first.field)
  render(
    <MantineProvider env="test">
      <Asked first={first} {...(column && { column })} />
    </MantineProvider>,
  )
}

const SIZE: Condition = { field: 'size', test: { op: 'number', from: null, to: null } }
const type = (text: string) => userEvent.type(screen.getByRole('textbox', { name: /^(From|De|À partir de)$/ }), text)
const words = () => screen.getByRole('status').textContent

test('a number that may be two is not asked for, until the person says which', async () => {
  ask(SIZE)
  await type('10,000')
  expect(problemOf(asked)).toBe('number')
  expect(screen.getByText('Which number do you mean?')).toBeTruthy()
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['10000', '10'])
  await userEvent.click(screen.getByRole('button', { name: '10000' }))
  expect(asked.test).toEqual({ op: 'number', from: '10000', to: null })
  expect(words()).toBe('size at least 10000')
  expect(document.activeElement).toHaveProperty('value', '10000')
  expect(screen.queryByText('Which number do you mean?')).toBeNull()
})

test('one that is chosen is not asked about again', async () => {
  ask(SIZE)
  await type('2.125')
  expect(problemOf(asked)).toBe('number')
  await userEvent.click(screen.getByRole('button', { name: '2.125' }))
  expect(asked.test).toEqual({ op: 'number', from: '2.125', to: null })
  expect(problemOf(asked)).toBeNull()
})

test('the words say the number as it is understood, not as it was typed', async () => {
  ask(SIZE)
  await type('1.234,5')
  expect(asked.test).toEqual({ op: 'number', from: '1234.5', to: null })
  expect(words()).toBe('size at least 1234.5')
  expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '1.234,5')
})

test('in French the comma is the reader’s own', async () => {
  await i18n.changeLanguage('fr')
  ask(SIZE)
  await type('1.000')
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['1000', '1'])
  await userEvent.clear(screen.getByRole('textbox', { name: /^(De|À partir de)$/ }))
  await type('2,5')
  expect(asked.test).toEqual({ op: 'number', from: '2.5', to: null })
  expect(words()).toContain('2,5')
})

test('what is no number stays as it was typed, and is not asked for', async () => {
  ask(SIZE)
  await type('1 2')
  expect(problemOf(asked)).toBe('number')
  expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '1 2')
})

test('the number of a submission is whole: no mark in it is a decimal one', async () => {
  ask({ field: '_id', test: { op: 'is', text: '' } })
  await userEvent.type(screen.getByRole('textbox', { name: 'Number' }), '1,054')
  expect(asked.test).toEqual({ op: 'is', text: '1054' })
  expect(words()).toContain('1054')
})
