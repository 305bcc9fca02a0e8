import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { formColumns, type RepeatColumn } from '#/dataset/model/columns.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { RepeatAnswers } from './RepeatAnswers.tsx'
import { DisplayProvider, useNewDisplay } from './display.ts'
import { AnswerFormContext } from './form-context.ts'

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
const [, column] = formColumns(content)
const submission = (answers: object) => Submission.parse({ _id: 1, _uuid: 'u', consent: 'yes', ...answers })

function Shown({ of, tells }: { of: Submission; tells: boolean }) {
  return (
    <DisplayProvider value={useNewDisplay(0)}>
      <AnswerFormContext value={tells ? content : null}>
        <RepeatAnswers submission={of} row={of} column={column as RepeatColumn} />
      </AnswerFormContext>
    </DisplayProvider>
  )
}

const show = (of: Submission, tells = true) =>
  render(<Shown of={of} tells={tells} />, {
    wrapper: ({ children }) => <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>,
  }).container
const rowsOf = (container: HTMLElement) =>
  [...container.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent))

describe('the entries of a repeat group', () => {
  beforeAll(async () => {
    await startI18n()
    await i18n.loadNamespaces('submissions')
  })

  it('tell what was not asked by the answers of the very entry, in groups inside it too', async () => {
    const shown = show(
      submission({
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
      expect(rowsOf(shown)).toEqual([
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

  it('tell that the whole group was not asked', async () => {
    const notAsked = show(submission({ consent: 'no' }))
    await waitFor(() => expect(notAsked.textContent).toBe('Member Not asked'))
    expect(show(submission({})).textContent).toBe('Member No answer')
  })

  it('keep room for either while that is not known', async () => {
    const shown = show(submission({}))
    const pending = shown.querySelector('[class*=notYetKnown]')
    expect(pending?.textContent).toBe('No answer')
    await waitFor(() => expect(shown.querySelector('[class*=notYetKnown]')).toBeNull())
    expect(shown.textContent).toBe('Member No answer')
  })

  it('tell nothing of the kind where the form is not known', () => {
    expect(rowsOf(show(submission({ member: [{ 'member/age': '40' }] }), false))).toEqual([['1', '40', 'No answer']])
  })
})
