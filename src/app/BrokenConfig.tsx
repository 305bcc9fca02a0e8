import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './BrokenConfig.module.css'
import { useConfigProblems } from './use-config-problems.ts'

export interface BrokenConfigProps {
  error: ApiError
  /** Reads the file again, and starts the app where it can be used now. */
  onRetry: () => Promise<void>
}

/** In place of the whole app, where `config.json` is there and cannot be used: to whom to turn, and with what. */
export function BrokenConfig({ error, onRetry }: BrokenConfigProps) {
  const { t } = useTranslation(['site', 'common'])
  const clipboard = useClipboard()
  const [isTrying, setTrying] = useState(false)
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
            loading={isTrying}
            onClick={() => {
              setTrying(true)
              void onRetry().finally(() => setTrying(false))
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
          {problems.map(({ path, words }) => (
            <li key={path + words}>
              {path !== '' && (
                <>
                  <bdi dir="ltr" className={classes.path}>
                    {path}
                  </bdi>
                  {': '}
                </>
              )}
              <bdi>{words}</bdi>
            </li>
          ))}
        </ul>
        <Button
          variant="default"
          onClick={() =>
            clipboard.copy([address, ...problems.map(({ path, words }) => `${path && `${path}: `}${words}`)].join('\n'))
          }
        >
          {t(clipboard.copied ? 'common:action.copied' : 'site:broken.copy')}
        </Button>
      </section>
    </main>
  )
}
