import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import classes from './FormComparison.module.css'

interface TextDiffProps {
  before: string
  after: string
  /** Which of the two texts to show. */
  side: 'before' | 'after'
}

/** One of two texts, with the words marked that the other one does not have. */
export function TextDiff({ before, after, side }: TextDiffProps) {
  const parts = useMemo(() => diffWordsWithSpace(before, after), [before, after])
  return (
    <bdi>
      {parts.map(({ value, added, removed }, index) => {
        if (side === 'before' ? added : removed) return null
        if (!added && !removed) return value
        const Mark = added ? 'ins' : 'del'
        return (
          <Mark key={index} className={added ? classes.added : classes.removed}>
            {value}
          </Mark>
        )
      })}
    </bdi>
  )
}
