import { TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Row } from '#/dataset/model/row.ts'
import { filesOf } from '#/dataset/model/system-fields.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { parseNumber } from '#/lib/number-text.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import type { BulkDialogProps } from './BulkActions.tsx'
import { CollectingRows } from './CollectingRows.tsx'
import { TargetSummary } from './TargetSummary.tsx'
import { useTargetRows } from './use-target-rows.ts'

/** Asks before submissions are deleted permanently: collects them again, offers an export, and has the number typed. */
export function BulkDelete({ filter, columns, target, exportOffer, onStart, onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const targetRows = useTargetRows(target, FIELDS)
  const [typed, setTyped] = useState('')
  const isReady = targetRows.state === 'ready'
  const ids = isReady ? targetRows.ids : []
  const count = isReady ? ids.length : target.count
  const number = parseNumber(typed, { locale: useLocale(), form: 'whole' })
  const isCountTyped = number.kind === 'number' && number.text === String(count)
  const ExportOffer = exportOffer
  const files = isReady ? summarizeFiles(targetRows.rows) : null

  return (
    <ConfirmDialog
      opened
      title={t('delete.title', { count })}
      hue="brick"
      cancelLabel={t('delete.cancel', { count })}
      confirmLabel={t('delete.confirm', { count })}
      confirmIcon={<IconTrash size={16} stroke={1.75} aria-hidden />}
      ready={isReady && count > 0 && isCountTyped}
      onConfirm={() => onStart({ kind: 'delete' }, ids, target.query)}
      onClose={onClose}
    >
      <CollectingRows targetRows={targetRows} target={target} />
      {files && count > 0 && (
        <>
          <p>
            {files.count > 0 ? (
              <Trans
                t={t}
                i18nKey={files.arePhotos ? 'delete.withPhotos' : 'delete.withFiles'}
                count={files.count}
                components={{ b: <b /> }}
              />
            ) : (
              t('delete.permanent')
            )}{' '}
            <TargetSummary filter={filter} columns={columns} target={target} />
          </p>
          <ExportOffer ids={new Set(ids)} label={t('delete.download', { count })} />
          <TextInput
            label={<Trans t={t} i18nKey="delete.typeCount" components={{ number: <b>{format.number(count)}</b> }} />}
            inputMode="numeric"
            autoComplete="off"
            dir="ltr"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            data-autofocus
          />
        </>
      )}
    </ConfirmDialog>
  )
}

/** Only the attachments, to count the files that are deleted too. */
const FIELDS: readonly string[] = ['_attachments']

function summarizeFiles(rows: readonly Row[]) {
  const files = rows.flatMap(filesOf).filter(({ isDeleted }) => !isDeleted)
  return { count: files.length, arePhotos: files.every(({ mimeType }) => mimeType.startsWith('image/')) }
}
