import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import type { Row, RowFile } from '#/dataset/model/row.ts'
import { fileOf } from '#/dataset/model/system-fields.ts'
import { answerOf, type Answers } from '#/dataset/model/values.ts'
import { useFileAccess } from '#/dataset/provider/row-source.ts'
import { isolate } from '#/lib/bidi.ts'
import { mediaKind } from '#/lib/media-kind.ts'
import { saveFile } from '#/lib/save-file.ts'
import { Answer } from './Answer.tsx'
import { FileError } from './FileError.tsx'
import { LoadedMedia } from './LoadedMedia.tsx'
import classes from './MediaAnswer.module.css'
import { Thumbnail } from './Thumbnail.tsx'
import { useDisplay } from './display.ts'

interface MediaAnswerProps {
  row: Row
  column: QuestionColumn
  /** The row itself, or the entry of a repeat group in it that has the answer. */
  entry: Answers
  /** Shows a photo as a thumbnail beside its name. */
  isSmall?: boolean
}

/** A photo, recording or file: its name, and buttons to show and to download it. */
export function MediaAnswer({ row, column, entry, isSmall = false }: MediaAnswerProps) {
  const { t } = useDisplay()
  const answer = answerOf(entry, column.id)
  const file = answer === null ? null : fileOf(row, column.id, answer)
  return (
    <>
      {isSmall && column.kind === 'photo' && file ? (
        <Thumbnail column={column} row={row} entry={entry} isLazy />
      ) : (
        <Answer column={column} entry={entry} isFull />
      )}
      {answer !== null && !file && <p className={classes.hint}>{t('media.missing')}</p>}
      {file?.isDeleted && <p className={classes.hint}>{t('media.deleted')}</p>}
      {answer !== null && file && !file.isDeleted && <MediaFile file={file} name={answer} />}
    </>
  )
}

interface MediaFileProps {
  file: RowFile
  name: string
}

function MediaFile({ file, name }: MediaFileProps) {
  const { t } = useDisplay()
  const [isShown, setIsShown] = useState(false)
  const download = useMutation(useFileAccess().download(file))
  const canShow = mediaKind(file.mimeType) !== null
  const labelValues = { name: isolate(name) }
  return (
    <div className={classes.file}>
      {canShow && (
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={isShown}
          aria-label={t(isShown ? 'media.hideNamed' : 'media.showNamed', labelValues)}
          onClick={() => setIsShown(!isShown)}
        >
          {t(isShown ? 'media.hide' : 'media.show')}
        </Button>
      )}
      {(!canShow || isShown) && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('media.downloadNamed', labelValues)}
          loading={download.isPending}
          onClick={() => download.mutate(undefined, { onSuccess: (blob) => saveFile(blob, name) })}
        >
          {t('media.download')}
        </Button>
      )}
      {download.isError && <FileError error={download.error} file={file} name={name} />}
      {isShown && <LoadedMedia file={file} name={name} />}
    </div>
  )
}
