import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { fileOf } from '#/dataset/model/system-fields.ts'
import { answerOf, type Answers } from '#/dataset/model/values.ts'
import { useFileAccess } from '#/dataset/provider/row-source.ts'
import { Answer } from './Answer.tsx'
import classes from './MediaAnswer.module.css'
import { useMediaSource } from './use-media-source.ts'

interface ThumbnailProps {
  column: QuestionColumn
  row: Row
  /** The row itself, or the entry of a repeat group in it that has the answer. */
  entry: Answers
  /** Loads the picture only when it is visible. */
  isLazy?: boolean
}

/** A small picture with the name of its file; only the name if there is none. */
export function Thumbnail({ column, row, entry, isLazy = false }: ThumbnailProps) {
  const name = answerOf(entry, column.id)
  const file = name === null ? null : fileOf(row, column.id, name)
  const thumbnailUrl = file && !file.isDeleted ? file.thumbnailUrl : null
  if (!thumbnailUrl || !file) return <Answer column={column} entry={entry} />
  const Picture = isLazy ? LazyPicture : SmallPicture
  return (
    <>
      <Picture url={thumbnailUrl} type={file.mimeType} />
      <bdi>{name}</bdi>
    </>
  )
}

interface PictureProps {
  url: string
  type: string
}

function LazyPicture(picture: PictureProps) {
  const placeholder = useRef<HTMLSpanElement>(null)
  const [isVisible, setIsVisible] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setIsVisible(true))
    if (placeholder.current) observer.observe(placeholder.current)
    return () => observer.disconnect()
  }, [])
  return isVisible ? <SmallPicture {...picture} /> : <span ref={placeholder} className={classes.small} />
}

function SmallPicture({ url, type }: PictureProps) {
  const file = useQuery({ ...useFileAccess().load(url), gcTime: 30_000, retry: false })
  const source = useMediaSource(file.data, type)
  // Without a message on errors: the name is beside it, and the row's panel shows the file.
  return file.data ? <img className={classes.small} ref={source} alt="" /> : <span className={classes.small} />
}
