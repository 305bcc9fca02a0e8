import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#/ui/Card.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { ServerMessage } from '#/ui/feedback/ServerMessage.tsx'
import classes from '#/features/replace-form/ReplaceForm.module.css'
import { newTrialName, tryDeployment, type TrialResult, type TrialStep, type TrialVerdict } from './trial.ts'
import { TrialLeftovers } from './TrialLeftovers.tsx'

interface TrialCardProps {
  file: File
  /** The title in the form, which the server takes as the name of the temporary project. */
  title: string | undefined
}

/** Offers to ask the server whether a form will deploy, by a temporary project. */
export function TrialCard({ file, title }: TrialCardProps) {
  const { t } = useTranslation('replacing')
  const client = useQueryClient()
  const [ownName] = useState(() => newTrialName(t('trial.projectName')))
  const name = title ?? ownName
  const [step, setStep] = useState<TrialStep>()
  const [result, setResult] = useState<TrialResult>()
  const running = useRef<AbortController>(null)
  // Also after leaving the page, what was made is deleted.
  useEffect(() => () => running.current?.abort(), [])

  const start = async () => {
    const cancel = new AbortController()
    running.current = cancel
    setResult(undefined)
    setStep('creating')
    const trial = { file, name, hasOwnName: title === undefined, signal: cancel.signal, onStep: setStep }
    setResult(await tryDeployment(client, trial))
    setStep(undefined)
    running.current = null
  }

  return (
    <Card title={t('trial.title')}>
      <div className={classes.stack}>
        <p>{t('trial.text', { name })}</p>
        {result && <Verdict verdict={result.verdict} />}
        <TrialLeftovers isBusy={step !== undefined} />
        <div className={classes.buttons} role="status">
          {step ? (
            <>
              <Loader size={18} aria-hidden />
              <span>{t(`trial.step.${step}`)}</span>
              {step !== 'deleting' && (
                <Button variant="default" onClick={() => running.current?.abort()}>
                  {t('trial.cancel')}
                </Button>
              )}
            </>
          ) : (
            <Button variant="default" onClick={() => void start()}>
              {t(result ? 'trial.again' : 'trial.ask')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}

function Verdict({ verdict }: { verdict: TrialVerdict }) {
  const { t } = useTranslation('replacing')
  switch (verdict.is) {
    case 'deploys':
      return <Note hue="petrol" icon={IconCircleCheck} role="status" title={t('trial.deploys')} />
    case 'refused':
    case 'notImported':
      return (
        <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t(`trial.${verdict.is}`)}>
          <ServerMessage>{verdict.message}</ServerMessage>
        </Note>
      )
    case 'public':
    case 'stopped':
      return <Note hue="ochre" icon={IconHelpCircle} role="status" title={t(`trial.${verdict.is}`)} />
    case 'unknown':
      return (
        <ErrorPanel
          kind={verdict.error.kind}
          title={t('trial.unknown')}
          explanation={t('trial.unknownText')}
          message={verdict.error.message}
        />
      )
  }
}
