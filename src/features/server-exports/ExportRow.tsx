import { Button, Loader } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconCircleCheck, IconDownload, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lastSegment } from '#/api/addresses.ts'
import { deleteExport, downloadExport } from '#/api/kpi/exports/mutations.ts'
import { readChoice, sentOptions } from '#/api/kpi/exports/options.ts'
import type { Export, ExportOptions } from '#/api/kpi/exports/schema.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Form } from '#/dataset/model/form.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'
import { dayText } from '#/lib/time/local-day.ts'
import { RelativeTime } from '#/ui/RelativeTime.tsx'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { ServerMessage } from '#/ui/feedback/ServerMessage.tsx'
import { ScopeText } from './ScopeText.tsx'
import { toRowScope } from './export-scope.ts'
import classes from './server-exports.module.css'
import { useExportTask } from './use-export-task.ts'
import { useSettingWords } from './use-setting-words.ts'

interface ExportRowProps {
  project: { uid: string; name: string }
  listed: Export
  form: Form
  columns: ReadonlyMap<string, DataColumn>
  onUse: (options: ExportOptions) => void
}

/** An export: what it has, its state, and its file. */
export function ExportRow({ project, listed, form, columns, onUse }: ExportRowProps) {
  const { t } = useTranslation('server-exports')
  const format = useFormat()
  const wordsOf = useSettingWords()
  const { task, error, isSlow, keepWaiting } = useExportTask(project.uid, listed)
  const download = useMutation(downloadExport(project.uid))
  const remove = useMutation(deleteExport(project.uid))
  const [isDeleting, deletion] = useDisclosure(false)
  const options = sentOptions(task.data)
  const { result, status, messages = {}, date_created: date } = task
  const title = task.data.name || t(`type.${readChoice(options).type}`)
  const time = format.dateTime(date)
  const save = () => {
    if (result === null) return
    const name = fileNameOf(task.data.name || project.name, date, result)
    download.mutate({ result, mimetype: '' }, { onSuccess: (file) => saveFile(file, name) })
  }
  return (
    <li className={classes.item} aria-label={t('list.item', { name: title, time })}>
      <h3 className={classes.name}>
        <bdi>{title}</bdi>
      </h3>
      <p className={classes.small}>
        <RelativeTime iso={date} /> · {wordsOf(readChoice(options)).join(' · ')}
      </p>
      <p className={classes.small}>
        <ScopeText scope={toRowScope(options, form)} columns={columns} />
      </p>
      <p role="status" className={classes.status} data-status={status}>
        {status === 'complete' ? (
          <IconCircleCheck size={16} stroke={1.75} aria-hidden />
        ) : status === 'error' ? (
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
        ) : (
          <Loader size={14} aria-hidden />
        )}
        {isSlow ? t('status.slow') : error ? t('status.noAnswer') : t(`status.${status}`)}
      </p>
      {status === 'error' && <ServerMessage>{messageOf(messages)}</ServerMessage>}
      <div className={classes.actions}>
        {status === 'complete' && (
          <Button
            variant="default"
            loading={download.isPending}
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
            aria-label={t('list.downloadOf', { name: title, time })}
            onClick={save}
          >
            {t('list.download')}
          </Button>
        )}
        {isSlow && (
          <Button variant="default" onClick={keepWaiting}>
            {t('list.keepWaiting')}
          </Button>
        )}
        <Button variant="subtle" aria-label={t('list.useOf', { name: title, time })} onClick={() => onUse(options)}>
          {t('list.use')}
        </Button>
        <Button
          variant="subtle"
          color="brick"
          leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
          aria-label={t('list.deleteOf', { name: title, time })}
          onClick={deletion.open}
        >
          {t('list.delete')}
        </Button>
      </div>
      {download.error && (
        <ErrorPanel
          kind={download.error.kind}
          title={t('list.downloadFailed')}
          explanation={t('list.stillThere')}
          message={download.error.message}
          onRetry={save}
        />
      )}
      {isDeleting && (
        <ConfirmDialog
          opened
          title={t('list.deleteTitle')}
          hue="brick"
          confirmLabel={t('list.delete')}
          pending={remove.isPending}
          onClose={deletion.close}
          onConfirm={() => remove.mutate(task.uid, { onSuccess: deletion.close })}
        >
          <p>{t('list.deleteText')}</p>
          {remove.error && (
            <ErrorPanel
              isChange
              kind={remove.error.kind}
              title={t('list.deleteFailed')}
              message={remove.error.message}
            />
          )}
        </ConfirmDialog>
      )}
    </li>
  )
}

/** Longer names would be cut at their end, where the date is. */
const MAX_NAME_LENGTH = 59

/** `Household survey 2026-11-20.csv`: the server's own names are so long that they lose their date. */
function fileNameOf(title: string, date: string, result: string): string {
  const day = dayText(new Date(date))
  const name = Array.from(title)
    .slice(0, MAX_NAME_LENGTH - day.length)
    .join('')
  return toFileName(`${name} ${day}`, /\.(\w{1,8})$/.exec(lastSegment(result))?.[1] ?? 'zip')
}

/** The server's words: the error and its type [2232]. */
const messageOf = (messages: Record<string, unknown>) =>
  Object.values(messages)
    .filter((text) => typeof text === 'string')
    .join('\n')
