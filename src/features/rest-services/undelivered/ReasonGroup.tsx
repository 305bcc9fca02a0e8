import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '#/api/errors.ts'
import { hookFieldsOf } from '#/api/kpi/hooks/hook-fields.ts'
import type { Hook } from '#/api/kpi/hooks/schema.ts'
import classes from '#/features/rest-services/services.module.css'
import { useFormat } from '#/i18n/use-format.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { exportRows } from './export-rows.ts'
import type { Reason, Undelivered } from './reasons.ts'

interface ReasonGroupProps {
  assetUid: string
  hook: Hook
  reason: Reason
  rows: readonly Undelivered[]
  submissionPath: (submissionId: number) => string
  /** Besides exporting. */
  actions?: ReactNode
}

/** Rows drawn at once; the file has all. */
const BATCH = 20

/** The submissions that were not delivered for one reason: what it means, which they are, and a file for the other side. */
export function ReasonGroup({ assetUid, hook, reason, rows, submissionPath, actions }: ReasonGroupProps) {
  const { t } = useTranslation('services')
  const format = useFormat()
  const [shown, setShown] = useState(BATCH)
  return (
    <li className={classes.item}>
      <h3 className={classes.name}>{t(`reason.${reason}.title`, { count: rows.length })}</h3>
      <p className={classes.small}>{t(`reason.${reason}.text`)}</p>
      <ul className={classes.counts} aria-label={t(`reason.${reason}.title`, { count: rows.length })}>
        {rows.slice(0, shown).map(({ id, receivedAt }) => (
          <li key={id}>
            <Link to={submissionPath(id)}>{t('log.submissionId', { id: String(id) })}</Link>{' '}
            {receivedAt !== null && (
              <span className={classes.small}>{format.dateTime(new Date(receivedAt).toISOString())}</span>
            )}
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button variant="subtle" onClick={() => setShown(shown + 10 * BATCH)}>
          {t('reason.more', { count: rows.length - shown })}
        </Button>
      )}
      <div className={classes.actions}>
        {actions}
        <ExportRows assetUid={assetUid} hook={hook} ids={rows.map(({ id }) => id)} />
      </div>
    </li>
  )
}

function ExportRows({ assetUid, hook, ids }: { assetUid: string; hook: Hook; ids: readonly number[] }) {
  const { t } = useTranslation('services')
  const format = useFormat()
  const client = useQueryClient()
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])
  const [done, setDone] = useState(0)
  const saving = useMutation({
    mutationKey: ['hook-export', assetUid, hook.uid],
    meta: { showsError: true },
    mutationFn: async () => {
      const own = new AbortController()
      controller.current = own
      setDone(0)
      try {
        const options = { assetUid, fields: hookFieldsOf(hook), ids, signal: own.signal, onProgress: setDone }
        const { json, count } = await exportRows(client, options)
        saveFile(new Blob([json]), toFileName(t('undelivered.fileName', { name: hook.name }), 'json'))
        return count
      } catch (error) {
        if (own.signal.aborted) return null
        if (error instanceof SyntaxError) throw new ApiError('unreadable', '', { cause: error })
        throw error
      }
    },
  })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {t('undelivered.export', { count: ids.length })}
      </Button>
      {saving.isPending && (
        <Button variant="subtle" onClick={() => controller.current?.abort()}>
          {t('undelivered.cancel')}
        </Button>
      )}
      <span role="status" className={classes.small}>
        {saving.isPending &&
          t('undelivered.exporting', { done: format.number(done), total: format.number(ids.length) })}
        {typeof saving.data === 'number' && t('undelivered.exported', { count: saving.data })}
      </span>
      {saving.error && (
        <div className={classes.wide}>
          <ErrorPanel
            kind={saving.error.kind}
            title={t('undelivered.notExported')}
            message={saving.error.message}
            onRetry={() => saving.mutate()}
          />
        </div>
      )}
    </>
  )
}
