import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attachmentFile } from '#/api/kpi/submissions/attachments.ts'
import type { Attachment } from '#/api/kpi/submissions/schema.ts'
import { mediaKind } from '#/lib/media-kind.ts'
import { FileFault } from './FileFault.tsx'
import classes from './MediaAnswer.module.css'
import { RowLoader } from './RowLoader.tsx'
import { useMediaSource } from './use-media-source.ts'

interface LoadedMediaProps {
  attachment: Attachment
  name: string
}

/** The file itself. It needs the key, so it comes through the client [0876]. */
export function LoadedMedia({ attachment, name }: LoadedMediaProps) {
  const { t } = useTranslation('common')
  const kind = mediaKind(attachment.mimetype)
  const url = (kind === 'picture' && attachment.download_medium_url) || attachment.download_url
  const file = useQuery(attachmentFile(url))
  const source = useMediaSource(file.data, attachment.mimetype)

  if (file.isError) {
    return (
      <FileFault
        error={file.error}
        attachment={attachment}
        name={name}
        retry={
          <Button variant="default" size="compact-sm" onClick={() => void file.refetch()}>
            {t('action.retry')}
          </Button>
        }
      />
    )
  }
  if (!file.data) return <RowLoader />
  if (kind === 'picture') return <img className={classes.picture} ref={source} alt={name} />
  return kind === 'sound' ? (
    <audio className={classes.player} ref={source} controls aria-label={name}>
      <track kind="captions" />
    </audio>
  ) : (
    <video className={classes.picture} ref={source} controls aria-label={name}>
      <track kind="captions" />
    </video>
  )
}
