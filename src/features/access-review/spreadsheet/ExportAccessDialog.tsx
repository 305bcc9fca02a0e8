import { Button, Radio } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedProject } from '#/features/access-review/model/review.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { saveFile } from '#/lib/save-file.ts'
import { csvDialectOf } from '#/lib/spreadsheet/csv.ts'
import { Dialog, DialogActions } from '#/ui/dialogs/Dialog.tsx'
import classes from './spreadsheet.module.css'
import { useTableTexts } from './use-table-texts.ts'
import { type AccessFileFormat, writeAccessFile } from './write-access-file.ts'

interface ExportAccessDialogProps {
  shown: readonly ReviewedProject[]
  selected: readonly ReviewedProject[]
  onClose: () => void
}

/** Exports who can do what in the selected projects, or in all that are shown. */
export function ExportAccessDialog({ shown, selected, onClose }: ExportAccessDialogProps) {
  const { t } = useTranslation(['access', 'common'])
  const locale = useLocale()
  const texts = useTableTexts()
  const [scope, setScope] = useState<'selected' | 'shown'>(selected.length > 0 ? 'selected' : 'shown')
  const [format, setFormat] = useState<AccessFileFormat>('xlsx')
  const [isBusy, setIsBusy] = useState(false)
  const projects = scope === 'selected' ? selected : shown
  const rows = projects.reduce((sum, { people }) => sum + people.size + 1, 0)

  const save = async () => {
    setIsBusy(true)
    try {
      const file = await writeAccessFile(projects, {
        format,
        csv: csvDialectOf(locale),
        sheet: t('access:file.sheet'),
        texts,
      })
      saveFile(file, `${t('access:file.name')} ${new Date().toISOString().slice(0, 10)}.${format}`)
      onClose()
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('access:export.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={classes.body}>
        <Radio.Group
          label={t('access:export.projects')}
          value={scope}
          onChange={(value) => setScope(value === 'selected' ? 'selected' : 'shown')}
        >
          <div className={classes.choices}>
            {selected.length > 0 && (
              <Radio value="selected" label={t('access:export.selected', { count: selected.length })} />
            )}
            <Radio value="shown" label={t('access:export.shown', { count: shown.length })} />
          </div>
        </Radio.Group>
        <Radio.Group
          label={t('access:export.format')}
          value={format}
          onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
        >
          <div className={classes.choices}>
            <Radio value="xlsx" label={t('access:export.xlsx')} />
            <Radio value="csv" label={t('access:export.csv')} />
          </div>
        </Radio.Group>
        <p>{t('access:export.rows', { count: rows })}</p>
        <p>{t('access:export.edit')}</p>
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          loading={isBusy}
          disabled={projects.length === 0}
          onClick={() => void save()}
        >
          {t('access:export.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
