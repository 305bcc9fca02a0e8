import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconRefresh } from '@tabler/icons-react'
import { pythonFiles } from 'virtual:python-files'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './ExactCheck.module.css'
import { isPythonReady, workerAddress } from './exact-check-client.ts'
import type { useExactCheck } from './use-exact-check.ts'

type Exact = ReturnType<typeof useExactCheck>

/** Extensions have one policy for all of their pages, and no headers for one file. */
const isHosted = () => location.protocol.startsWith('http')

/** Starts the exact check, after saying how much is downloaded. */
export function ExactCheckButton({ exact: { state, start } }: { exact: Exact }) {
  const { t } = useTranslation('form-check')
  const format = useFormat()
  const isRunning = state?.is === 'loading' || state?.is === 'checking'
  if (!isHosted()) return <span className={classes.text}>{t('exact.notInExtension')}</span>
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
      disabled={isRunning}
      onClick={start}
    >
      {isPythonReady() ? t('exact.again') : t('exact.start', { size: format.fileSize(pythonFiles.downloadSize) })}
    </Button>
  )
}

/** How far the exact check is, or what it says. */
export function ExactCheckState({ exact: { state, stop } }: { exact: Exact }) {
  const { t, i18n } = useTranslation(['form-check', 'common'])
  if (!state) return null
  switch (state.is) {
    case 'loading':
    case 'checking': {
      const text = t(
        state.is === 'loading' && state.loaded < 1 ? 'form-check:exact.loading' : 'form-check:exact.checking',
      )
      return (
        <div className={classes.running}>
          <span role="status">{text}</span>
          <Progress
            className={classes.bar ?? ''}
            value={state.is === 'loading' ? state.loaded * 100 : 100}
            aria-label={text}
          />
          <Button variant="subtle" onClick={stop}>
            {t('common:action.cancel')}
          </Button>
        </div>
      )
    }
    case 'done': {
      const { errors } = state.result
      const seconds = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(state.took / 1000)
      return (
        <div className={classes.note}>
          <Note
            hue={errors.length > 0 ? 'brick' : 'petrol'}
            icon={errors.length > 0 ? IconCircleX : IconCircleCheck}
            role="status"
          >
            {t(errors.length > 0 ? 'form-check:exact.refuses' : 'form-check:exact.accepts', { seconds })}
          </Note>
        </div>
      )
    }
    case 'fault':
      return (
        <div className={classes.note}>
          <Note
            hue="ochre"
            icon={IconAlertTriangle}
            role="alert"
            title={t(`form-check:exact.fault.${state.fault}.title`)}
          >
            <p className={classes.text}>
              {t(`form-check:exact.fault.${state.fault}.text`, {
                file: new URL(workerAddress(), document.baseURI).pathname,
              })}
            </p>
            {state.fault === 'failed' && <p className={classes.text}>{state.detail}</p>}
          </Note>
        </div>
      )
  }
}
