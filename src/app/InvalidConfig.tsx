import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './InvalidConfig.module.css'
import { useConfigProblems } from './use-config-problems.ts'

export interface InvalidConfigProps {
  error: ApiError
  /** Reads the file again, and starts the app if it is valid. */
  onRetry: () => Promise<void>
}

/** Replaces the app if `config.json` is invalid: whom to contact, and what to send. */
export function InvalidConfig({ error, onRetry }: InvalidConfigProps) {
  const { t } = useTranslation(['site', 'common'])
  const clipboard = useClipboard()
  const [isRetrying, setRetrying] = useState(false)
  const headingId = useId()
  const problems = useConfigProblems(error)
  const address = new URL('config.json', document.baseURI).href
  const kind = error.kind === 'unreadable' ? 'broken' : 'unreachable'

  return (
    <main className={classes.page}>
      <PageTitle>{t(`site:${kind}.title`)}</PageTitle>
      <h1 className={classes.title}>{t(`site:${kind}.title`)}</h1>
      <Note
        hue="brick"
        icon={IconAlertTriangle}
        role="alert"
        actions={
          <Button
            loading={isRetrying}
            onClick={() => {
              setRetrying(true)
              void onRetry().finally(() => setRetrying(false))
            }}
          >
            {t('common:action.retry')}
          </Button>
        }
      >
        <p>{t(`site:${kind}.explanation`)}</p>
        <p>{t(`site:${kind}.next`, { site: location.host })}</p>
      </Note>
      <section className={classes.details} aria-labelledby={headingId}>
        <h2 id={headingId} className={classes.heading}>
          {t(`site:${kind}.what`)}
        </h2>
        <ul className={classes.problems}>
          {problems.map(({ path, message }) => (
            <li key={path + message}>
              {path !== '' && (
                <>
                  <bdi dir="ltr" className={classes.path}>
                    {path}
                  </bdi>
                  {': '}
                </>
              )}
              <bdi>{message}</bdi>
            </li>
          ))}
        </ul>
        <Button
          variant="default"
          onClick={() =>
            clipboard.copy(
              [address, ...problems.map(({ path, message }) => `${path && `${path}: `}${message}`)].join('\n'),
            )
          }
        >
          {t(clipboard.copied ? 'common:action.copied' : 'site:broken.copy')}
        </Button>
      </section>
    </main>
  )
}
