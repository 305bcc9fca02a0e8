import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { attachmentFile } from '#/api/kpi/submissions/attachments.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { answerOf, type Answers, attachmentOf } from '#/dataset/model/values.ts'
import { Answer } from './Answer.tsx'
import classes from './MediaAnswer.module.css'
import { useMediaSource } from './use-media-source.ts'

interface ThumbnailProps {
  column: QuestionColumn
  submission: Submission
  /** The submission itself, or an entry of a repeat group in it. */
  row: Answers
  /** It may be drawn out of sight: it is fetched when it comes into sight. */
  waits?: boolean
}

/** A picture in the table, small, with its name. */
export function Thumbnail({ column, submission, row, waits = false }: ThumbnailProps) {
  const name = answerOf(row, column.id)
  const attachment = name === null ? null : attachmentOf(submission, column.id, name)
  const small = attachment && !attachment.is_deleted ? attachment.download_small_url : null
  if (!small || !attachment) return <Answer column={column} row={row} />
  const Picture = waits ? PictureInSight : SmallPicture
  return (
    <>
      <Picture url={small} type={attachment.mimetype} />
      <bdi>{name}</bdi>
    </>
  )
}

interface PictureProps {
  url: string
  type: string
}

function PictureInSight(picture: PictureProps) {
  const place = useRef<HTMLSpanElement>(null)
  const [isSeen, setIsSeen] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setIsSeen(true))
    if (place.current) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return isSeen ? <SmallPicture {...picture} /> : <span ref={place} className={classes.small} />
}

function SmallPicture({ url, type }: PictureProps) {
  const file = useQuery({ ...attachmentFile(url), gcTime: 30_000, retry: false })
  const source = useMediaSource(file.data, type)
  // What cannot be shown small is named beside it, and can be opened in full.
  return file.data ? <img className={classes.small} ref={source} alt="" /> : <span className={classes.small} />
}
