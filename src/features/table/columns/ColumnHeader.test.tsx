import { render } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { unknownColumns } from '#/dataset/model/version-columns.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { ColumnHeader } from './ColumnHeader.tsx'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('submissions')
})

function Header({ column }: { column: AnswerColumn }) {
  return (
    <DisplayProvider value={useNewDisplay(0)}>
      <ColumnHeader column={column} />
    </DisplayProvider>
  )
}

it('the header shows that a column is not in the current form', () => {
  const [old] = unknownColumns([], [Submission.parse({ _id: 1, _uuid: 'u', 'hh/old_code': 'X-7' })])
  if (!old) throw new Error('No column')
  expect(render(<Header column={old} />).container.textContent).toBe('hh/old_code not in the current form')
})
