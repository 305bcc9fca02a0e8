import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Log.module.css'

interface LogItemProps {
  text: string
  /** The moment, or from when to when. */
  time: string
  /** ISO 8601, of the newest. */
  dateTime: string
  /** Of each entry that the item stands for. */
  addresses: readonly (string | null)[]
  sources: readonly (string | null)[]
  /** Beside the text. */
  mark?: ReactNode
  /** Folded details. */
  children?: ReactNode
}

/** One line of a log. */
export function LogItem({ text, time, dateTime, addresses, sources, mark, children }: LogItemProps) {
  const { t } = useTranslation('activity')
  return (
    <li className={classes.item}>
      <p className={classes.text} dir="auto">
        {text}
        {mark !== undefined && <> {mark}</>}
      </p>
      <p className={classes.meta}>
        <time dateTime={dateTime}>{time}</time>
        {distinct(sources).map((source) => (
          <span key={source}>
            <bdi>{source}</bdi>
          </span>
        ))}
        {distinct(addresses).map((address) => (
          <span key={address}>
            <bdi dir="ltr" aria-label={t('at.address', { address })}>
              {address}
            </bdi>
          </span>
        ))}
      </p>
      {children}
    </li>
  )
}

const distinct = (texts: readonly (string | null)[]) =>
  [...new Set(texts)].filter((text) => text !== null && text !== '')
