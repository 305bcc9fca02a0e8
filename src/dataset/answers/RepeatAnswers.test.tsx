import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { formColumns, type RepeatColumn } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { RepeatAnswers } from './RepeatAnswers.tsx'
import { DisplayProvider, useNewDisplay } from './display.ts'
import { FormQuestionsContext } from './form-context.ts'

const content = FormContent.parse({
  survey: [
    { type: 'text', name: 'consent', $xpath: 'consent' },
    { type: 'begin_repeat', name: 'member', $xpath: 'member', relevant: "${consent} = 'yes'", label: ['Member'] },
    { type: 'integer', name: 'age', $xpath: 'member/age', label: ['Age'] },
    { type: 'text', name: 'school', $xpath: 'member/school', relevant: '${age} < 18', label: ['School'] },
    { type: 'begin_repeat', name: 'child', $xpath: 'member/child', relevant: '${age} >= 18', label: ['Child'] },
    { type: 'text', name: 'c_name', $xpath: 'member/child/c_name', label: ['Name'] },
    { type: 'text', name: 'toy', $xpath: 'member/child/toy', relevant: "${c_name} != ''", label: ['Toy'] },
    { type: 'end_repeat' },
    { type: 'end_repeat' },
  ],
})
const [, column] = formColumns(formOf(content))
const rowOf = (answers: object) => Submission.parse({ _id: 1, _uuid: 'u', consent: 'yes', ...answers })

function Shown({ row, hasForm }: { row: Submission; hasForm: boolean }) {
  return (
    <DisplayProvider value={useNewDisplay(0)}>
      <FormQuestionsContext value={hasForm ? formOf(content).questions : null}>
        <RepeatAnswers row={row} entry={row} column={column as RepeatColumn} />
      </FormQuestionsContext>
    </DisplayProvider>
  )
}

const show = (row: Submission, hasForm = true) =>
  render(<Shown row={row} hasForm={hasForm} />, {
    wrapper: ({ children }) => <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>,
  }).container
const cellsOf = (container: HTMLElement) =>
  [...container.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent))

describe('RepeatAnswers', () => {
  beforeAll(async () => {
    await startI18n()
    await i18n.loadNamespaces('submissions')
  })

  it('shows what was not asked by the answers of the same entry, also in nested groups', async () => {
    const shown = show(
      rowOf({
        member: [
          { 'member/age': '7' },
          {
            'member/age': '40',
            'member/child': [{ 'member/child/c_name': 'Akiru' }, { 'member/child/toy': 'ball' }, {}],
          },
        ],
      }),
    )
    await waitFor(() =>
      expect(cellsOf(shown)).toEqual([
        ['1', '7', 'No answer'],
        ['2', '40', 'Not asked'],
        ['1', 'Akiru', 'No answer'],
        ['2', 'No answer', 'ball'],
        ['3', 'No answer', 'Not asked'],
      ]),
    )
    expect([...shown.querySelectorAll('h4')].map(({ textContent }) => textContent)).toEqual([
      'Member 2 entries',
      'Member, entry 2 › Child 3 entries',
    ])
  })

  it('shows that the whole group was not asked', async () => {
    const notAsked = show(rowOf({ consent: 'no' }))
    await waitFor(() => expect(notAsked.textContent).toBe('Member Not asked'))
    expect(show(rowOf({})).textContent).toBe('Member No answer')
  })

  it('keeps the space empty until relevance is known', async () => {
    const shown = show(rowOf({}))
    const pending = shown.querySelector('[class*=pending]')
    expect(pending?.textContent).toBe('No answer')
    await waitFor(() => expect(shown.querySelector('[class*=pending]')).toBeNull())
    expect(shown.textContent).toBe('Member No answer')
  })

  it('shows no relevance without a form', () => {
    expect(cellsOf(show(rowOf({ member: [{ 'member/age': '40' }] }), false))).toEqual([['1', '40', 'No answer']])
  })
})
