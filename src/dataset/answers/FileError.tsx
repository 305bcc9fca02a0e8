import { Anchor } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import type { RowFile } from '#/dataset/model/row.ts'
import { useFileAccess } from '#/dataset/provider/row-source.ts'
import { isolate } from '#/lib/bidi.ts'
import classes from './MediaAnswer.module.css'

interface FileErrorProps {
  error: ApiError
  file: RowFile
  name: string
  /** A button to try again. Not shown if the browser has to open the file itself. */
  retry?: ReactNode
}

/** Why a file could not be loaded. If this site may not read it, a link lets the browser open it directly. */
export function FileError({ error, file, name, retry }: FileErrorProps) {
  const { t } = useTranslation(['submissions', 'errors'])
  const client = useQueryClient()
  const files = useFileAccess()
  const address = error.kind === 'file-not-allowed' ? files.addressOf(client, file.url) : null
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
          aria-label={t('submissions:media.withheld.openNamed', { name: isolate(name) })}
        >
          {t('submissions:media.withheld.open')}
        </Anchor>
      )}
    </p>
  )
}
