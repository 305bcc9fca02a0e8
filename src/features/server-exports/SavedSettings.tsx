import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { deleteExportSetting } from '#/api/kpi/exports/mutations.ts'
import { readChoice } from '#/api/kpi/exports/options.ts'
import { exportQueries } from '#/api/kpi/exports/queries.ts'
import type { ExportOptions, ExportSetting } from '#/api/kpi/exports/schema.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Form } from '#/dataset/model/form.ts'
import { isolate } from '#/lib/bidi.ts'
import { Card } from '#/ui/Card.tsx'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { SaveSettingDialog, type SettingTask } from './SaveSettingDialog.tsx'
import { ScopeText } from './ScopeText.tsx'
import { toRowScope } from './export-scope.ts'
import classes from './server-exports.module.css'
import { useSettingWords } from './use-setting-words.ts'

interface SavedSettingsProps {
  assetUid: string
  form: Form
  columns: ReadonlyMap<string, DataColumn>
  canManage: boolean
  owner: string
  /** The settings on the page, as they would be saved. */
  current: ExportOptions
  /** Why they cannot be saved as they are; `null` if they can. */
  problem: string | null
  hasPeriod: boolean
  onUse: (options: ExportOptions) => void
}

/** The settings that are saved with the project, for all of its people. */
export function SavedSettings(props: SavedSettingsProps) {
  const { assetUid, form, columns, canManage, owner, current, problem, hasPeriod, onUse } = props
  const { t } = useTranslation('server-exports')
  const wordsOf = useSettingWords()
  const { data, error, refetch } = useQuery({ ...exportQueries.settings(assetUid), meta: { showsError: true } })
  const [task, setTask] = useState<SettingTask | null>(null)
  const [deleted, setDeleted] = useState<ExportSetting | null>(null)
  const remove = useMutation(deleteExportSetting(assetUid))
  return (
    <Card
      title={t('saved.title')}
      actions={
        canManage && (
          <Button
            variant="default"
            aria-haspopup="dialog"
            disabled={problem !== null}
            onClick={() => setTask({ is: 'new' })}
          >
            {t('saved.save')}
          </Button>
        )
      }
    >
      <p className={classes.small}>
        {canManage ? (
          t('saved.text')
        ) : (
          <Trans t={t} i18nKey="saved.onlyManagers" components={{ owner: <bdi>{owner}</bdi> }} />
        )}
      </p>
      {error && !data ? (
        <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <p role="status">{t('saved.loading')}</p>
      ) : data.results.length === 0 ? (
        <p className={classes.small}>{t('saved.none')}</p>
      ) : (
        <ul className={classes.list}>
          {data.results.map((setting) => {
            const { uid, export_settings: options } = setting
            const name = setting.name || t('saved.unnamed')
            const label = isolate(name)
            return (
              <li key={uid} className={classes.saved} aria-label={name}>
                <h3 className={classes.name}>
                  <bdi>{name}</bdi>
                </h3>
                <p className={classes.small}>{wordsOf(readChoice(options)).join(' · ')}</p>
                <p className={classes.small}>
                  <ScopeText scope={toRowScope(options, form)} columns={columns} />
                </p>
                <div className={classes.actions}>
                  <Button
                    variant="default"
                    aria-label={t('saved.useOf', { name: label })}
                    onClick={() => onUse(options)}
                  >
                    {t('saved.use')}
                  </Button>
                  {canManage && (
                    <>
                      <Button
                        variant="subtle"
                        disabled={problem !== null}
                        aria-label={t('saved.replaceOf', { name: label })}
                        onClick={() => setTask({ is: 'replace', from: setting })}
                      >
                        {t('saved.replace')}
                      </Button>
                      <Button
                        variant="subtle"
                        aria-label={t('saved.renameOf', { name: label })}
                        onClick={() => setTask({ is: 'rename', from: setting })}
                      >
                        {t('saved.rename')}
                      </Button>
                      <Button
                        variant="subtle"
                        color="brick"
                        aria-label={t('saved.deleteOf', { name: label })}
                        onClick={() => setDeleted(setting)}
                      >
                        {t('saved.delete')}
                      </Button>
                    </>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {data && <UnreadableItems kind="export" items={data.unreadable} />}
      {task && data && (
        <SaveSettingDialog
          assetUid={assetUid}
          task={task}
          current={current}
          known={data.results}
          hasPeriod={hasPeriod}
          onClose={() => setTask(null)}
        />
      )}
      {deleted && (
        <ConfirmDialog
          opened
          title={t('saved.deleteTitle', { name: isolate(deleted.name) })}
          hue="brick"
          confirmLabel={t('saved.delete')}
          pending={remove.isPending}
          onClose={() => setDeleted(null)}
          onConfirm={() => remove.mutate(deleted.uid, { onSuccess: () => setDeleted(null) })}
        >
          <p>{t('saved.deleteText')}</p>
          {remove.error && (
            <ErrorPanel
              isChange
              kind={remove.error.kind}
              title={t('saved.deleteFailed')}
              message={remove.error.message}
            />
          )}
        </ConfirmDialog>
      )}
    </Card>
  )
}
