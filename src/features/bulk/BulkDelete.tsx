import { TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { attachmentsOf } from '#/api/kpi/submissions/system-fields.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { readNumber } from '#/lib/number-text.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import type { BulkDialogProps } from './BulkActions.tsx'
import { CollectingRows } from './CollectingRows.tsx'
import { TargetSummary } from './TargetSummary.tsx'
import { useTargetRows } from './use-target-rows.ts'

/** Deletes for good: counted again just before, offered as a file first, and the number has to be typed. */
export function BulkDelete({ asset, filter, columns, target, exportOffer, onBegin, onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const gathered = useTargetRows(asset.uid, target, FIELDS)
  const [typed, setTyped] = useState('')
  const isReady = gathered.state === 'ready'
  const ids = isReady ? gathered.ids : []
  const count = isReady ? ids.length : target.count
  const number = readNumber(typed, { locale: useLocale(), form: 'whole' })
  const isCount = number.kind === 'number' && number.text === String(count)
  const ExportOffer = exportOffer
  const files = isReady ? filesOf(gathered.rows) : null

  return (
    <ConfirmDialog
      opened
      title={t('delete.title', { count })}
      hue="brick"
      cancelLabel={t('delete.keep', { count })}
      confirmLabel={t('delete.confirm', { count })}
      confirmIcon={<IconTrash size={16} stroke={1.75} aria-hidden />}
      ready={isReady && count > 0 && isCount}
      onConfirm={() => onBegin({ kind: 'delete' }, ids, target.query)}
      onClose={onClose}
    >
      <CollectingRows gathered={gathered} target={target} />
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
              t('delete.forGood')
            )}{' '}
            <TargetSummary filter={filter} columns={columns} target={target} />
          </p>
          <ExportOffer asset={asset} ids={new Set(ids)} label={t('delete.download', { count })} />
          <TextInput
            label={<Trans t={t} i18nKey="delete.type" components={{ number: <b>{format.number(count)}</b> }} />}
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

/** Only what tells how many files go, too. */
const FIELDS: readonly string[] = ['_attachments']

function filesOf(rows: readonly Submission[]) {
  const files = rows.flatMap(attachmentsOf).filter(({ is_deleted: isDeleted }) => !isDeleted)
  return { count: files.length, arePhotos: files.every(({ mimetype }) => mimetype.startsWith('image/')) }
}
