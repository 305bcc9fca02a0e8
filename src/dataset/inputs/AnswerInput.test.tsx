import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, useState } from 'react'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { formColumns, type QuestionColumn } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { checkAnswer } from '#/dataset/validation/check-answer.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { AnswerInput } from './AnswerInput.tsx'
import { isEditable } from './input-value.ts'
import { useAnswerCheck } from './use-answer-check.ts'
import { useProblemText } from './use-problem-text.ts'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces(['submissions', 'submission'])
})
afterEach(cleanup)

const content = FormContent.parse({
  translations: ['English', 'Français'],
  survey: [
    { type: 'select_one', name: 'region', select_from_list_name: 'region' },
    { type: 'select_multiple', name: 'water', select_from_list_name: 'region' },
    {
      type: 'integer',
      name: 'age',
      constraint: '. < 120',
      constraint_message: ['Under 120', 'Moins de 120'],
      hint: ['In years'],
    },
    { type: 'decimal', name: 'weight' },
    { type: 'date', name: 'born' },
    { type: 'time', name: 'at' },
    { type: 'datetime', name: 'seen' },
    { type: 'geopoint', name: 'where' },
    { type: 'text', name: 'note' },
    { type: 'acknowledge', name: 'read' },
    { type: 'image', name: 'photo' },
    { type: 'begin_repeat', name: 'member' },
    { type: 'text', name: 'm_name' },
    { type: 'end_repeat' },
  ],
  choices: [
    { list_name: 'region', name: 'north', label: ['North', 'Nord'] },
    { list_name: 'region', name: 'south', label: ['South', 'Sud'] },
  ],
})
const form = formOf(content)
const columns = formColumns(form)
const column = (name: string) => columns.find(({ id }) => id === name) as QuestionColumn

let value = ''
const NO_ANSWERS = {}

function CheckedInput({ name, answer, language }: { name: string; answer: string; language: number }) {
  const [current, setCurrent] = useState(answer)
  const problemText = useProblemText()
  const check = useAnswerCheck(column(name), current, { questions: form.questions, row: NO_ANSWERS })
  return (
    <DisplayProvider value={useNewDisplay(language)}>
      <AnswerInput
        column={column(name)}
        value={current}
        onChange={(next) => {
          value = next
          setCurrent(next)
        }}
        label={name}
        error={check?.status === 'invalid' && problemText(check.problem)}
      />
    </DisplayProvider>
  )
}

function Reader({ language, ...props }: { name: string; answer: string; language: number }) {
  return (
    <DisplayProvider value={useNewDisplay(language)}>
      <CheckedInput {...props} language={language} />
    </DisplayProvider>
  )
}

function show(name: string, answer = '', language = 0) {
  value = answer
  render(
    <MantineProvider env="test">
      <Suspense>
        <Reader name={name} answer={answer} language={language} />
      </Suspense>
    </MantineProvider>,
  )
}

describe('AnswerInput', () => {
  test('takes a number, and shows the form’s hint and message', async () => {
    show('age', '40', 1)
    const input = screen.getByRole('textbox', { name: 'age', description: /In years/ })
    await userEvent.type(input, '0')
    expect(value).toBe('400')
    expect(await screen.findByText('Moins de 120')).toBeTruthy()
    await userEvent.type(input, 'x')
    expect(await screen.findByText('A whole number, such as 12')).toBeTruthy()
  })

  test('finds one choice by its label', async () => {
    show('region', 'north')
    const input = screen.getByRole('combobox', { name: 'region' })
    expect(input).toHaveProperty('value', 'North')
    await userEvent.clear(input)
    await userEvent.type(input, 'sou{ArrowDown}{Enter}')
    expect(value).toBe('south')
  })

  test('marks a choice that is not listed', () => {
    show('region', 'west')
    const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'region' })
    expect(input.value).toContain('west')
    expect(input.value).toContain('not one of the choices')
  })

  test('keeps several choices in the form’s order', async () => {
    show('water', 'south')
    await userEvent.type(screen.getByRole('combobox', { name: 'water' }), 'nor{ArrowDown}{Enter}')
    expect(value).toBe('north south')
  })

  test('keeps the time zone of a time', async () => {
    show('at', '08:30:00.000+03:00')
    const time = screen.getByLabelText('at')
    expect(time).toHaveProperty('value', '08:30')
    await userEvent.clear(time)
    await userEvent.type(time, '09:45')
    expect(value).toBe('09:45:00.000+03:00')
    cleanup()
    show('seen', '2026-02-22T08:25:00.000+02:00')
    expect(screen.getByLabelText('seen')).toHaveProperty('value', '2026-02-22T08:25')
  })

  test('shows an answer as text if the browser’s date input cannot show it', () => {
    show('born', 'in spring')
    expect(screen.getByLabelText('born')).toHaveProperty('value', 'in spring')
  })

  test('resets altitude and accuracy of a point', async () => {
    show('where', '8.5 12.25 419.8 17.5')
    await userEvent.type(screen.getByLabelText('Latitude'), '1')
    expect(value).toBe('8.51 12.25 0 0')
  })

  test('takes a number in the reader’s notation, and asks about an ambiguous one', async () => {
    show('weight')
    await userEvent.type(screen.getByLabelText('weight'), '2,5')
    expect(value).toBe('2.5')
    await userEvent.clear(screen.getByLabelText('weight'))
    await userEvent.type(screen.getByLabelText('weight'), '1.000')
    expect(await checkAnswer(column('weight'), value, { questions: form.questions, row: {} })).toMatchObject({
      status: 'invalid',
    })
    await userEvent.click(screen.getByRole('button', { name: '1000' }))
    expect(value).toBe('1000')
    cleanup()
    show('weight', '2.125')
    expect(screen.queryByText('Which number do you mean?')).toBeNull()
  })

  test('takes coordinates with a decimal comma', async () => {
    show('where')
    await userEvent.type(screen.getByLabelText('Latitude'), '1,5')
    expect(await checkAnswer(column('where'), value, { questions: form.questions, row: {} })).toMatchObject({
      status: 'invalid',
    })
    await userEvent.type(screen.getByLabelText('Longitude'), '36,825')
    expect(value).toBe('1.5 36.825 0 0')
    expect(screen.getByLabelText('Latitude')).toHaveProperty('value', '1,5')
  })

  test.each([
    ['91', '2', 'A latitude is between −90 and 90 degrees'],
    ['1,5', '-180,5', 'A longitude is between −180 and 180 degrees'],
    ['1 5', '2', /^Latitude from/],
    ['1,5,2', '2', /^Latitude from/],
  ])('rejects the coordinates %s and %s', async (latitude, longitude, problem) => {
    show('where')
    await userEvent.type(screen.getByLabelText('Latitude'), latitude)
    await userEvent.type(screen.getByLabelText('Longitude'), longitude)
    expect(await screen.findByText(problem)).toBeTruthy()
    expect(await checkAnswer(column('where'), value, { questions: form.questions, row: {} })).toMatchObject({
      status: 'invalid',
    })
  })

  test('takes a text, and a checkbox', async () => {
    show('note', 'a')
    await userEvent.type(screen.getByLabelText('note'), '{Enter}b')
    expect(value).toBe('a\nb')
    cleanup()
    show('read')
    await userEvent.click(screen.getByLabelText('read'))
    expect(value).toBe('OK')
  })
})

test('files and answers in repeat groups are not editable', () => {
  expect(isEditable(column('note'))).toBe(true)
  expect(isEditable(column('photo'))).toBe(false)
  const member = columns.find(({ id }) => id === 'member')
  const [inside] = member?.source === 'repeat' ? member.columns : []
  expect(inside?.source === 'question' && isEditable(inside)).toBe(false)
})
