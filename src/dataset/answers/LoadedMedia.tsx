import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RowFile } from '#/dataset/model/row.ts'
import { useFileAccess } from '#/dataset/provider/row-source.ts'
import { mediaKind } from '#/lib/media-kind.ts'
import { FileError } from './FileError.tsx'
import classes from './MediaAnswer.module.css'
import { RowLoader } from './RowLoader.tsx'
import { useMediaSource } from './use-media-source.ts'

interface LoadedMediaProps {
  file: RowFile
  name: string
}

/** A picture, or a player for a recording or video. Files need the API key, so the client loads them [0876]. */
export function LoadedMedia({ file, name }: LoadedMediaProps) {
  const { t } = useTranslation('common')
  const kind = mediaKind(file.mimeType)
  const url = (kind === 'picture' && file.previewUrl) || file.url
  const loaded = useQuery(useFileAccess().load(url))
  const source = useMediaSource(loaded.data, file.mimeType)

  if (loaded.isError) {
    return (
      <FileError
        error={loaded.error}
        file={file}
        name={name}
        retry={
          <Button variant="default" size="compact-sm" onClick={() => void loaded.refetch()}>
            {t('action.retry')}
          </Button>
        }
      />
    )
  }
  if (!loaded.data) return <RowLoader />
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
