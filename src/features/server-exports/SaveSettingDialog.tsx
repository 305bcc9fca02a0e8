import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveExportSetting } from '#/api/kpi/exports/mutations.ts'
import { readChoice } from '#/api/kpi/exports/options.ts'
import type { ExportOptions, ExportSetting } from '#/api/kpi/exports/schema.ts'
import { isolate } from '#/lib/bidi.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ConflictNote } from '#/ui/feedback/ConflictNote.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './server-exports.module.css'
import { useSettingWords } from './use-setting-words.ts'

/** What is saved: new settings, those on the page in place of saved ones, or another name. */
export type SettingTask = { is: 'new' } | { is: 'replace' | 'rename'; from: ExportSetting }

interface SaveSettingDialogProps {
  assetUid: string
  task: SettingTask
  current: ExportOptions
  /** All saved settings, as they were last read. */
  known: readonly ExportSetting[]
  hasPeriod: boolean
  onClose: () => void
}

/** Saves settings under a name that no others have, and asks before it overwrites what others changed. */
export function SaveSettingDialog({ assetUid, task, current, known, hasPeriod, onClose }: SaveSettingDialogProps) {
  const { t } = useTranslation('server-exports')
  const wordsOf = useSettingWords()
  const seen = task.is === 'new' ? null : task.from
  const [name, setName] = useState(seen?.name ?? '')
  const save = useMutation(saveExportSetting(assetUid))
  const trimmed = name.trim()
  const isTaken = known.some((one) => one.name === trimmed && one.uid !== seen?.uid)
  const options = task.is === 'rename' ? task.from.export_settings : current
  const theirs = known.find(({ uid }) => uid === seen?.uid)
  const isChanged = save.error?.kind === 'conflict' && seen !== null && !isTaken
  const write = (from: ExportSetting | null) => save.mutate({ name: trimmed, options, from }, { onSuccess: onClose })
  return (
    <ConfirmDialog
      opened
      title={t(`saved.dialog.${task.is}`, { name: isolate(seen?.name ?? '') })}
      confirmLabel={t('saved.dialog.confirm')}
      ready={trimmed !== '' && !isTaken && !isChanged}
      pending={save.isPending}
      onClose={onClose}
      onConfirm={() => write(seen)}
    >
      {task.is !== 'replace' && (
        <TextInput
          data-autofocus
          label={t('saved.dialog.name')}
          maxLength={255}
          value={name}
          error={isTaken && t('saved.dialog.taken')}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value)
            save.reset()
          }}
        />
      )}
      {task.is !== 'rename' && <p className={classes.small}>{wordsOf(readChoice(options)).join(' · ')}</p>}
      {task.is !== 'rename' && hasPeriod && <p>{t('saved.dialog.period')}</p>}
      {task.is !== 'new' && <p>{t('saved.dialog.links')}</p>}
      {isChanged ? (
        <ConflictNote
          title={t(theirs ? 'saved.conflict.changed' : 'saved.conflict.deleted')}
          actions={
            <Button variant="default" loading={save.isPending} onClick={() => write(theirs ?? null)}>
              {t(theirs ? 'saved.conflict.overwrite' : 'saved.conflict.saveNew')}
            </Button>
          }
        >
          {theirs && (
            <p>
              {t('saved.conflict.now', {
                name: isolate(theirs.name),
                words: wordsOf(readChoice(theirs.export_settings)).join(' · '),
              })}
            </p>
          )}
        </ConflictNote>
      ) : (
        save.error &&
        save.error.kind !== 'conflict' && (
          <ErrorPanel isChange kind={save.error.kind} title={t('saved.dialog.failed')} message={save.error.message} />
        )
      )}
    </ConfirmDialog>
  )
}
