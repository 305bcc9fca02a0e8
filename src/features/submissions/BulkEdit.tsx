import { Select } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { type ReactNode, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { Note } from '#/ui/Note.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { AnswerInput } from './AnswerInput.tsx'
import type { BulkDialogProps } from './BulkActions.tsx'
import { BulkReading } from './BulkReading.tsx'
import { checkForMany, looksAround } from './bulk-edit-check.ts'
import { columnName } from './ColumnName.tsx'
import type { QuestionColumn } from './columns.ts'
import { isTyped } from './edit-value.ts'
import { isolate } from './isolate.ts'
import { useReading } from './reading.ts'
import { useCheckWords } from './use-check-words.ts'
import { useGathered } from './use-gathered.ts'

/** Writes one answer into many: which question, the new answer, and what it means for those that have another now. */
export function BulkEdit(props: BulkDialogProps) {
  const { t } = useTranslation('bulk')
  const { columns, target, onClose } = props
  const reading = useReading()
  const [path, setPath] = useState<string | null>(null)
  const [value, setValue] = useState('')
  const questions = useMemo(
    () => columns.form.filter((column): column is QuestionColumn => column.source === 'question' && isTyped(column)),
    [columns.form],
  )
  const column = questions.find(({ id }) => id === path)
  useUnsaved(value !== '')
  const choose = (
    <Select
      label={t('edit.question')}
      searchable
      nothingFoundMessage={t('edit.noQuestion')}
      data={questions.map((question) => ({ value: question.id, label: columnName(question, reading) }))}
      value={path}
      onChange={(next) => {
        setPath(next)
        setValue('')
      }}
      data-autofocus
    />
  )
  if (column) {
    return (
      <Suspense>
        <EditQuestion key={column.id} {...props} column={column} value={value} onValue={setValue} choose={choose} />
      </Suspense>
    )
  }
  return (
    <ConfirmDialog
      opened
      title={t('edit.title', { count: target.count })}
      confirmLabel={t('edit.confirm', { count: target.count })}
      ready={false}
      onConfirm={onClose}
      onClose={onClose}
    >
      {choose}
      <p>{t('edit.which')}</p>
    </ConfirmDialog>
  )
}

interface EditQuestionProps extends BulkDialogProps {
  column: QuestionColumn
  value: string
  onValue: (value: string) => void
  choose: ReactNode
}

function EditQuestion({ asset, target, column, value, onValue, choose, onBegin, onClose }: EditQuestionProps) {
  const { t } = useTranslation(['bulk', 'answers'])
  const format = useFormat()
  const words = useCheckWords()
  const fields = useMemo(() => (looksAround(column) ? undefined : [column.id]), [column])
  const gathered = useGathered(asset.uid, target, fields)
  const rows = gathered.state === 'ready' ? gathered.rows : null
  const check = useMemo(
    () => rows && checkForMany(column, value, { content: asset.content, rows }),
    [rows, column, value, asset.content],
  )
  const isAllWrong = check !== null && check.fitting.length === 0 && check.problem !== null
  const writes = check ? check.other + check.blank - (value === '' ? check.blank : 0) : 0
  const numbers = check && {
    other: format.number(check.other),
    blank: format.number(check.blank),
    same: format.number(check.same),
  }

  return (
    <ConfirmDialog
      opened
      title={t('bulk:edit.title', { count: check?.fitting.length ?? target.count })}
      confirmLabel={t(value === '' ? 'bulk:edit.remove' : 'bulk:edit.confirm', { count: writes })}
      ready={check !== null && writes > 0}
      onConfirm={() => check && onBegin({ kind: 'edit', path: column.id, value }, check.fitting, target.query)}
      onClose={onClose}
    >
      {choose}
      <AnswerInput
        column={column}
        value={value}
        onChange={onValue}
        label={t('bulk:edit.answer')}
        error={isAllWrong && check.problem && value !== '' ? <bdi>{words(check.problem)}</bdi> : null}
      />
      <BulkReading gathered={gathered} target={target} />
      {check && !isAllWrong && (
        <p role="status">
          {value === ''
            ? t('bulk:edit.removes', { count: check.other, ...numbers })
            : t('bulk:edit.now', numbers ?? {})}
        </p>
      )}
      {check && check.wrong.length > 0 && check.problem && (!isAllWrong || value === '') && (
        <Note
          hue="ochre"
          icon={IconAlertTriangle}
          role="alert"
          title={t('bulk:edit.leftOut', { count: check.wrong.length })}
        >
          <p>
            <bdi>{words(check.problem)}</bdi>
          </p>
        </Note>
      )}
      {check && check.notAsked > 0 && <p>{t('bulk:edit.notAsked', { count: check.notAsked })}</p>}
      {check && check.unchecked.length > 0 && (
        <p>{t('answers:unchecked', { rules: isolate(check.unchecked.join(', ')) })}</p>
      )}
      <Note hue="petrol" icon={IconInfoCircle}>
        <p>{t('bulk:edit.help')}</p>
      </Note>
    </ConfirmDialog>
  )
}
