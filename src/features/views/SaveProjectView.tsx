import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepDataTable } from '#/api/kpi/data-table/mutations.ts'
import { tableSettingsOf } from '#/api/kpi/data-table/schema.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import type { ViewsControlProps } from './ViewsControl.tsx'
import classes from './ViewsPanel.module.css'
import { toDataTable } from './project-view.ts'

/** Keeps the table as it stands in the project's settings, where every member finds it. */
export function SaveProjectView({ asset, view, columns }: ViewsControlProps) {
  const { t } = useTranslation('columns')
  const [isAsking, setIsAsking] = useState(false)
  const keep = useMutation(keepDataTable(asset.uid))
  const { chosen, usual } = columns.table
  const isUsual = view.columns === null && JSON.stringify(chosen) === JSON.stringify(usual)
  const left = chosen.frozen.length - 1
  return (
    <>
      <div className={classes.summary}>
        <Button loading={keep.isPending} onClick={() => setIsAsking(true)}>
          {t('views.keepForEveryone')}
        </Button>
        <span role="status">{keep.isSuccess && t('views.kept')}</span>
      </div>
      {keep.error && (
        <ErrorPanel
          kind={keep.error.kind}
          words={keep.error.message}
          {...(keep.error.kind === 'conflict' && { title: t('views.conflict'), explanation: t('views.conflictText') })}
        />
      )}
      <ConfirmDialog
        opened={isAsking}
        title={t('views.keepTitle')}
        confirmLabel={t('views.keep')}
        onClose={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false)
          const stored = tableSettingsOf(asset.settings)
          const to = toDataTable({ view, arrangement: chosen, isUsual, all: columns.all, stored })
          keep.mutate({ from: stored, to })
        }}
      >
        <p>{t('views.keepText')}</p>
        {left > 1 && <p>{t('views.keepOneFrozen')}</p>}
        {view.filter.parts.length > 0 && <p>{t('views.keepNoFilter')}</p>}
      </ConfirmDialog>
    </>
  )
}
