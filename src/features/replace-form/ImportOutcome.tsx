import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconClockPause } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import { pollInterval, SLOW_AFTER } from '#/api/polling.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import { ServerMessage } from '#/ui/feedback/ServerMessage.tsx'

interface ImportOutcomeProps {
  importUid: string
  asset: Asset
  pathOfForm: string
  deployButton: ReactNode
  onChooseAnother: () => void
}

/** Waits for the server to replace the form, and says what is not deployed then. */
export function ImportOutcome({ importUid, asset, pathOfForm, deployButton, onChooseAnother }: ImportOutcomeProps) {
  const { t } = useTranslation(['replacing', 'errors'])
  const client = useQueryClient()
  const [since, setSince] = useState(Date.now)
  const { data, error, refetch } = useQuery({
    ...importQueries.task(importUid),
    refetchInterval: ({ state }) => pollInterval(state, since),
    refetchIntervalInBackground: true,
    retry: false, // the next poll tries again
  })
  const isComplete = data?.status === 'complete'
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    if (!isComplete) return
    void client.invalidateQueries({ queryKey: assetQueries.detail(asset.uid).queryKey }).then(() => setRead(true))
  }, [client, asset.uid, isComplete])
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER)
    return () => clearTimeout(timer)
  }, [since])

  if (data?.status === 'error')
    return (
      <Note
        hue="brick"
        icon={IconAlertTriangle}
        role="alert"
        title={t('replacing:outcome.failed')}
        actions={
          <Button variant="default" onClick={onChooseAnother}>
            {t('replacing:outcome.chooseAnother')}
          </Button>
        }
      >
        <p>{t('replacing:outcome.failedText')}</p>
        <ServerMessage>{data.messages.error}</ServerMessage>
      </Note>
    )
  if (isComplete && isRead) {
    const isDraft = asset.deployed_version_id === null
    const unpublished = unpublishedChanges(asset)
    const text = isDraft ? 'draft' : unpublished
    return (
      <Note
        hue="petrol"
        icon={IconCircleCheck}
        role="status"
        title={t('replacing:outcome.done')}
        actions={
          <>
            <Button variant="default" component={Link} to={pathOfForm}>
              {t('replacing:outcome.openForm')}
            </Button>
            {(isDraft || unpublished !== 'none') && asset.deployment_status !== 'archived' && deployButton}
          </>
        }
      >
        <p>{t(`replacing:outcome.unpublished.${text}`)}</p>
      </Note>
    )
  }
  if (isSlow && !isComplete)
    return (
      <Note
        hue="ochre"
        icon={IconClockPause}
        role="status"
        title={t('replacing:outcome.slow')}
        actions={
          <Button
            variant="default"
            onClick={() => {
              setSince(Date.now())
              setSlow(false)
              void refetch()
            }}
          >
            {t('replacing:outcome.keepWaiting')}
          </Button>
        }
      >
        <p>{t('replacing:outcome.slowText')}</p>
      </Note>
    )
  return (
    <div role="status">
      <Loader size={18} aria-hidden /> {t(error ? 'replacing:outcome.noAnswer' : 'replacing:outcome.waiting')}
    </div>
  )
}
