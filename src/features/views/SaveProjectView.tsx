import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveTableSettings } from '#/api/kpi/data-table/mutations.ts'
import { tableSettingsOf } from '#/api/kpi/data-table/schema.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import type { ViewsControlProps } from './ViewsControl.tsx'
import classes from './ViewsPanel.module.css'
import { toDataTable } from './project-view.ts'

interface SaveProjectViewProps extends ViewsControlProps {
  /** Whether the dialog that asks is open at first. */
  isAskingAtFirst: boolean
}

/** Saves the current view in the project's settings, for all members. */
export function SaveProjectView({ asset, view, columns, isAskingAtFirst }: SaveProjectViewProps) {
  const { t } = useTranslation('columns')
  const [isAsking, setIsAsking] = useState(isAskingAtFirst)
  const save = useMutation(saveTableSettings(asset.uid))
  const { layout, defaults } = columns.table
  const isDefault = view.columns === null && JSON.stringify(layout) === JSON.stringify(defaults)
  const left = layout.frozen.length - 1
  return (
    <>
      <div className={classes.summary}>
        <Button variant="default" loading={save.isPending} onClick={() => setIsAsking(true)}>
          {t('views.saveForEveryone')}
        </Button>
        <span role="status">{save.isSuccess && t('views.savedForEveryone')}</span>
      </div>
      {save.error && (
        <ErrorPanel
          isChange
          kind={save.error.kind}
          message={save.error.message}
          {...(save.error.kind === 'conflict' && { title: t('views.conflict'), explanation: t('views.conflictText') })}
        />
      )}
      <ConfirmDialog
        opened={isAsking}
        title={t('views.everyoneTitle')}
        confirmLabel={t('views.everyoneConfirm')}
        onClose={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false)
          const stored = tableSettingsOf(asset.settings)
          const to = toDataTable({ view, layout, isDefault, all: columns.all, stored })
          save.mutate({ from: stored, to })
        }}
      >
        <p>{t('views.everyoneText')}</p>
        {left > 1 && <p>{t('views.everyoneOneFrozen')}</p>}
        {view.filter.parts.length > 0 && <p>{t('views.everyoneNoFilter')}</p>}
      </ConfirmDialog>
    </>
  )
}
