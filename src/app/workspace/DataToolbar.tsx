import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LabelLanguageSelect } from '#/dataset/answers/LabelLanguageSelect.tsx'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './DataToolbar.module.css'

interface DataToolbarProps {
  /** `null` until it is known. */
  count: number | null
  /** The form's languages; `null` has no name. */
  languages: readonly (string | null)[]
  /** `null` for XML names. */
  language: number | null
  onLanguage: (language: number | null) => void
  /** How many a filter chooses from; `null` without one, and where the account may see some only. */
  total: number | null
  filter: ReactNode
  views: ReactNode
  sort: ReactNode
  columns: ReactNode
  exporting: ReactNode
  finding: ReactNode
  /** What is to be known of the order of the rows. */
  hint: ReactNode
}

/** How many submissions there are, and in which words they are shown. */
export function DataToolbar({
  count,
  languages,
  language,
  onLanguage,
  total,
  filter,
  views,
  sort,
  columns,
  exporting,
  finding,
  hint,
}: DataToolbarProps) {
  const { t } = useTranslation('submissions')
  const format = useFormat()
  return (
    <div className={classes.toolbar}>
      {filter}
      <span role="status" className={classes.count}>
        {count !== null &&
          (total !== null && total > count
            ? t('filter.match', { count, total: format.number(total) })
            : t('count', { count }))}
      </span>
      <div className={classes.end}>
        {views}
        {sort}
        <LabelLanguageSelect
          className={classes.labels}
          languages={languages}
          language={language}
          onLanguage={onLanguage}
        />
      </div>
      {columns}
      {exporting}
      {finding}
      {hint}
    </div>
  )
}
