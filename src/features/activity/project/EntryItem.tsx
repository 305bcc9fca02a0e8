import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { LogItem } from '#/features/activity/log/LogItem.tsx'
import { timeRange } from '#/features/activity/log/time-range.ts'
import { type Detail, detailsOf } from './details.ts'
import type { Fold } from './fold-entries.ts'
import { sentenceOf } from './sentence.ts'
import classes from './Activity.module.css'

interface EntryItemProps {
  fold: Fold
  versions: ReadonlyMap<string, string>
}

/** What happened in a sentence, when and from where; the details are folded. */
export function EntryItem({ fold, versions }: EntryItemProps) {
  const { t } = useTranslation(['activity', 'sharing'])
  const format = useFormat()
  const locale = useLocale()
  const [newest] = fold
  const oldest = fold.at(-1) ?? newest
  const details = fold.length === 1 ? detailsOf(newest, t) : []
  return (
    <LogItem
      text={sentenceOf(fold, { t, format, versions })}
      time={
        fold.length === 1
          ? format.dateTime(newest.date_created)
          : timeRange(oldest.date_created, newest.date_created, locale)
      }
      dateTime={newest.date_created}
      addresses={fold.map(({ metadata }) => metadata.ip_address ?? null)}
      sources={fold.map(({ metadata }) => metadata.source ?? null)}
    >
      {fold.length > 1 && (
        <details>
          <summary>{t('activity:each')}</summary>
          <ol className={classes.each}>
            {fold.map((entry, index) => (
              <li key={index}>
                <time dateTime={entry.date_created}>{format.fullDateTime(entry.date_created)}</time>
                {entry.metadata.ip_address !== undefined && (
                  <>
                    {' · '}
                    <bdi dir="ltr">{entry.metadata.ip_address}</bdi>
                  </>
                )}
                {entry.metadata.submission?.root_uuid !== undefined && (
                  <>
                    {' · '}
                    <bdi dir="ltr">{entry.metadata.submission.root_uuid}</bdi>
                  </>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
      {details.length > 0 && (
        <details>
          <summary>{t('activity:details')}</summary>
          <Details details={details} />
        </details>
      )}
    </LogItem>
  )
}

function Details({ details }: { details: readonly Detail[] }) {
  return (
    <dl className={classes.details}>
      {details.map(({ name, values }) => (
        <div key={name}>
          <dt>{name}</dt>
          {values.map(({ caption, text }, index) => (
            <dd key={index}>
              {caption !== undefined && <span className={classes.caption}>{caption}</span>}
              <span className={classes.value} dir="auto">
                {text}
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
