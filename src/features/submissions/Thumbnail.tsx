import { useQuery } from '@tanstack/react-query'
import { submissionQueries } from '#/api/submissions/queries.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { Answer } from './Answer.tsx'
import { answerOf, attachmentOf } from './answers.ts'
import classes from './MediaAnswer.module.css'
import type { QuestionColumn } from './columns.ts'
import { useMediaSource } from './use-media-source.ts'

/** A picture in the table, small, with its name. Only what is in sight is drawn, so only that is fetched. */
export function Thumbnail({ column, row }: { column: QuestionColumn; row: Submission }) {
  const name = answerOf(row, column.id)
  const attachment = name === null ? null : attachmentOf(row, column.id, name)
  const small = attachment && !attachment.is_deleted ? attachment.download_small_url : null
  if (!small || !attachment) return <Answer column={column} row={row} />
  return (
    <>
      <SmallPicture url={small} type={attachment.mimetype} />
      <bdi>{name}</bdi>
    </>
  )
}

function SmallPicture({ url, type }: { url: string; type: string }) {
  const file = useQuery({ ...submissionQueries.attachment(url), gcTime: 30_000, retry: false })
  const source = useMediaSource(file.data, type)
  // What cannot be shown small is named beside it, and can be opened in full.
  return file.data ? <img className={classes.small} ref={source} alt="" /> : <span className={classes.small} />
}
