import { Anchor } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import { fileAddress } from '#/api/kpi/submissions/attachments.ts'
import type { Attachment } from '#/api/kpi/submissions/schema.ts'
import { isolate } from '#/lib/bidi.ts'
import classes from './MediaAnswer.module.css'

interface FileFaultProps {
  error: ApiError
  attachment: Attachment
  name: string
  /** A way on where trying again may help. */
  retry?: ReactNode
}

/** Why a file is not shown. One that this site may not read can be opened by the browser itself. */
export function FileFault({ error, attachment, name, retry }: FileFaultProps) {
  const { t } = useTranslation(['submissions', 'errors'])
  const client = useQueryClient()
  const address = error.kind === 'file-not-allowed' ? fileAddress(client, attachment.download_url) : null
  return (
    <p role="alert" className={classes.hint}>
      {t('submissions:media.notLoaded')}. {t(`errors:${error.kind}.title`)}. <bdi>{error.message}</bdi>{' '}
      {address === null ? (
        retry
      ) : (
        <Anchor
          inherit
          href={address}
          target="_blank"
          rel="noreferrer"
          aria-label={t('submissions:media.keptBack.openNamed', { name: isolate(name) })}
        >
          {t('submissions:media.keptBack.open')}
        </Anchor>
      )}
    </p>
  )
}
