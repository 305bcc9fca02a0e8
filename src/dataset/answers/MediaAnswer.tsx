import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { downloadAttachment } from '#/api/kpi/submissions/attachments.ts'
import type { Attachment, Submission } from '#/api/kpi/submissions/schema.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf, type Answers, attachmentOf } from '#/dataset/model/values.ts'
import { isolate } from '#/lib/bidi.ts'
import { mediaKind } from '#/lib/media-kind.ts'
import { saveFile } from '#/lib/save-file.ts'
import { Answer } from './Answer.tsx'
import { FileFault } from './FileFault.tsx'
import { LoadedMedia } from './LoadedMedia.tsx'
import classes from './MediaAnswer.module.css'
import { Thumbnail } from './Thumbnail.tsx'
import { useDisplay } from './display.ts'

interface MediaAnswerProps {
  submission: Submission
  column: QuestionColumn
  row: Answers
  /** Pictures stand beside their names at once, small. */
  isSmall?: boolean
}

/** A photo, recording or file: its name, and the file itself once it is asked for. */
export function MediaAnswer({ submission, column, row, isSmall = false }: MediaAnswerProps) {
  const { t } = useDisplay()
  const answer = answerOf(row, column.id)
  const attachment = answer === null ? null : attachmentOf(submission, column.id, answer)
  return (
    <>
      {isSmall && column.kind === 'photo' && attachment ? (
        <Thumbnail column={column} submission={submission} row={row} waits />
      ) : (
        <Answer column={column} row={row} whole />
      )}
      {answer !== null && !attachment && <p className={classes.hint}>{t('media.missing')}</p>}
      {attachment?.is_deleted && <p className={classes.hint}>{t('media.deleted')}</p>}
      {answer !== null && attachment && !attachment.is_deleted && <MediaFile attachment={attachment} name={answer} />}
    </>
  )
}

interface MediaFileProps {
  attachment: Attachment
  name: string
}

function MediaFile({ attachment, name }: MediaFileProps) {
  const { t } = useDisplay()
  const [isShown, setIsShown] = useState(false)
  const download = useMutation(downloadAttachment(attachment))
  const canShow = mediaKind(attachment.mimetype) !== null
  const named = { name: isolate(name) }
  return (
    <div className={classes.file}>
      {canShow && (
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={isShown}
          aria-label={t(isShown ? 'media.hideNamed' : 'media.showNamed', named)}
          onClick={() => setIsShown(!isShown)}
        >
          {t(isShown ? 'media.hide' : 'media.show')}
        </Button>
      )}
      {(!canShow || isShown) && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('media.downloadNamed', named)}
          loading={download.isPending}
          onClick={() => download.mutate(undefined, { onSuccess: (file) => saveFile(file, name) })}
        >
          {t('media.download')}
        </Button>
      )}
      {download.isError && <FileFault error={download.error} attachment={attachment} name={name} />}
      {isShown && <LoadedMedia attachment={attachment} name={name} />}
    </div>
  )
}
