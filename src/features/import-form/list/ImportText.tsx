import { Trans, useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import type { AssetSummary } from '#/api/kpi/assets/schema.ts'
import { type Format, useFormat } from '#/i18n/use-format.ts'
import { ServerMessage } from '#/ui/feedback/ServerMessage.tsx'
import type { ImportProgress } from '#/features/import-form/job/import-progress.ts'
import { projectNameOf } from '#/features/import-form/job/repetition.ts'
import { ProjectsSince } from './ProjectsSince.tsx'
import { MAX_FILE_SIZE } from '#/features/import-form/job/run-imports.ts'
import { useElapsed } from '#/features/import-form/job/use-elapsed.ts'
import type { ShownImport } from '#/features/import-form/job/use-import-jobs.ts'

interface ImportTextProps {
  item: ShownImport
  pathOfProject: (assetUid: string) => string
}

/** The progress of an import in one or two sentences, and the server's message if there is one. */
export function ImportText({ item, pathOfProject }: ImportTextProps) {
  const { progress, source, counts } = item
  const { t } = useTranslation(['imports', 'common'])
  const format = useFormat()
  switch (progress.stage) {
    case 'checking':
    case 'queued':
      return <p>{t(`imports:${progress.stage}`)}</p>
    case 'refused':
      return (
        <p>
          {t(`imports:refused.${progress.reason}`, {
            size: format.fileSize(progress.fileSize),
            limit: format.fileSize(MAX_FILE_SIZE),
          })}{' '}
          {t('imports:refused.nothingSent')}
        </p>
      )
    case 'held':
      return <p>{t('imports:held', { count: counts?.errors ?? 0 })}</p>
    case 'unchecked':
      return <p>{t('imports:unchecked')}</p>
    case 'sending':
      return (
        <p>
          {typeof source === 'string'
            ? t('imports:sendingLink')
            : t('imports:sending', { size: format.fileSize(source?.size ?? 0) })}
        </p>
      )
    case 'repeated':
      return (
        <p>
          <Trans
            t={t}
            i18nKey={`imports:repeated.${progress.repetition.by}`}
            components={{ file: <bdi>{progress.repetition.fileName}</bdi> }}
          />{' '}
          {t('imports:repeated.consequence')}
        </p>
      )
    case 'unsent':
      return <Fault error={progress.error} consequence={t('imports:nothingCreated')} />
    case 'unknown':
      return (
        <>
          {progress.error ? (
            <Fault error={progress.error} consequence={t('imports:unknown.consequence')} />
          ) : (
            <p>
              {t('imports:unknown.closed')} {t('imports:unknown.consequence')}
            </p>
          )}
          <ProjectsSince name={projectNameOf(item.fileName)} since={item.chosenAt} pathOfProject={pathOfProject} />
        </>
      )
    case 'stopped':
      if (progress.reachedServer === 'no') return <p>{t(`imports:stopped.${progress.isClosed ? 'closed' : 'no'}`)}</p>
      return (
        <>
          <p>{t(`imports:stopped.${progress.reachedServer}`)}</p>
          {progress.reachedServer === 'maybe' && (
            <ProjectsSince name={projectNameOf(item.fileName)} since={item.chosenAt} pathOfProject={pathOfProject} />
          )}
        </>
      )
    case 'waiting':
    case 'slow':
      return <Waiting {...progress} />
    case 'lost':
      return <Fault error={progress.error} consequence={t('imports:lost')} />
    case 'failed':
      return (
        <>
          <p>
            {t(typeof source === 'string' ? 'imports:failedLink' : 'imports:failed')} {t('imports:nothingCreated')}
          </p>
          <ServerMessage>{progress.message}</ServerMessage>
        </>
      )
    case 'done':
      return <p>{summarize(progress.summary)}</p>
  }

  function summarize({ row_count: questions = 0, languages: all = [] }: AssetSummary) {
    const languages = languageNames(all, t('common:unnamedLanguage'), format)
    const text = t('imports:questions', { count: questions })
    return languages === '' ? text : t('imports:questionsAndLanguages', { questions: text, languages })
  }
}

/** "English and Swahili" from "English (en)" and "Swahili (sw)"; `''` if the only language has no name. */
function languageNames(languages: NonNullable<AssetSummary['languages']>, unnamed: string, format: Format) {
  if (languages.every((language) => language === null)) return ''
  return format.list(languages.map((language) => language?.replace(/\s*\([\w-]+\)$/, '') ?? unnamed))
}

/** An error of a request, its consequence for the import, and the server's message. */
function Fault({ error, consequence }: { error: ApiError; consequence: string }) {
  const { t } = useTranslation(['imports', 'errors'])
  return (
    <>
      <p>
        {t(`errors:${error.kind}.title`)}. {consequence}
      </p>
      <ServerMessage>{error.message}</ServerMessage>
    </>
  )
}

function Waiting({ stage, sentAt, fault }: Extract<ImportProgress, { stage: 'waiting' | 'slow' }>) {
  const { t } = useTranslation('imports')
  const elapsed = useElapsed(sentAt)
  const [minutes, seconds] = [Math.floor(elapsed / 60), elapsed % 60]
  const time = minutes > 0 ? t('time.minutes', { minutes, seconds }) : t('time.seconds', { seconds })
  if (stage === 'slow') return <p>{t(fault ? 'slow.noAnswer' : 'slow.working', { time })}</p>
  if (fault) return <p>{t('waiting.noAnswer')}</p>
  return <p>{elapsed > 0 ? t('waiting.since', { time }) : t('waiting.sent')}</p>
}
