import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { ConditionText } from '#/dataset/filter/ConditionText.tsx'
import { OperandInput } from '#/dataset/filter/OperandInput.tsx'
import { type DataColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
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

let current: Condition

/** The input of a condition, with the condition as text. */
function TestOperandInput({ first, column }: { first: Condition; column?: DataColumn }) {
  const [condition, setCondition] = useState(first)
  return (
    <DisplayProvider value={useNewDisplay(0)}>
      <OperandInput
        test={condition.test}
        column={column}
        usernames={[]}
        error={problemOf(condition)}
        onChange={(test) => {
          current = { ...condition, test }
          setCondition(current)
        }}
      />
      <p role="status">
        <ConditionText condition={condition} column={column} />
      </p>
    </DisplayProvider>
  )
}

function renderOperand(first: Condition) {
  current = first
  const column = SYSTEM_COLUMNS.find(({ id }) => id === first.field)
  render(
    <MantineProvider env="test">
      <TestOperandInput first={first} {...(column && { column })} />
    </MantineProvider>,
  )
}

const SIZE: Condition = { field: 'size', test: { op: 'number', from: null, to: null } }
const type = (text: string) => userEvent.type(screen.getByRole('textbox', { name: /^(From|De|À partir de)$/ }), text)
const text = () => screen.getByRole('status').textContent

test('an ambiguous number is not applied until one meaning is chosen', async () => {
  renderOperand(SIZE)
  await type('10,000')
  expect(problemOf(current)).toBe('number')
  expect(screen.getByText('Which number do you mean?')).toBeTruthy()
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['10000', '10'])
  await userEvent.click(screen.getByRole('button', { name: '10000' }))
  expect(current.test).toEqual({ op: 'number', from: '10000', to: null })
  expect(text()).toBe('size is at least 10000')
  expect(document.activeElement).toHaveProperty('value', '10000')
  expect(screen.queryByText('Which number do you mean?')).toBeNull()
})

test('a chosen meaning is not ambiguous again', async () => {
  renderOperand(SIZE)
  await type('2.125')
  expect(problemOf(current)).toBe('number')
  await userEvent.click(screen.getByRole('button', { name: '2.125' }))
  expect(current.test).toEqual({ op: 'number', from: '2.125', to: null })
  expect(problemOf(current)).toBeNull()
})

test('the text of the condition has the number as it was understood', async () => {
  renderOperand(SIZE)
  await type('1.234,5')
  expect(current.test).toEqual({ op: 'number', from: '1234.5', to: null })
  expect(text()).toBe('size is at least 1234.5')
  expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '1.234,5')
})

test('in French the comma is the decimal mark', async () => {
  await i18n.changeLanguage('fr')
  renderOperand(SIZE)
  await type('1.000')
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['1000', '1'])
  await userEvent.clear(screen.getByRole('textbox', { name: /^(De|À partir de)$/ }))
  await type('2,5')
  expect(current.test).toEqual({ op: 'number', from: '2.5', to: null })
  expect(text()).toContain('2,5')
})

test('a text that is no number stays as typed and is not applied', async () => {
  renderOperand(SIZE)
  await type('1 2')
  expect(problemOf(current)).toBe('number')
  expect(screen.getByRole('textbox', { name: 'From' })).toHaveProperty('value', '1 2')
})

test('marks in the `_id` of a row are no decimal marks', async () => {
  renderOperand({ field: '_id', test: { op: 'is', text: '' } })
  await userEvent.type(screen.getByRole('textbox', { name: 'Number' }), '1,054')
  expect(current.test).toEqual({ op: 'is', text: '1054' })
  expect(text()).toContain('1054')
})
