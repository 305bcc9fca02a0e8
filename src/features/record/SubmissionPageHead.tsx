import { ActionIcon, Anchor } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { LabelLanguageSelect } from '#/dataset/answers/LabelLanguageSelect.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { StatusControl } from '#/dataset/status/StatusControl.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { SubmissionActions } from './SubmissionActions.tsx'
import classes from './SubmissionPage.module.css'
import type { SubmissionPageProps } from './submission-page-props.ts'
import type { Neighbours } from './use-adjacent-submissions.ts'

interface SubmissionPageHeadProps extends SubmissionPageProps {
  submission: Submission | undefined
  title: QuestionColumn | undefined
  neighbours: Neighbours
  languages: readonly (string | null)[]
  language: number | null
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

/** Which submission it is, the ways to the others, and what can be done with it. */
export function SubmissionPageHead(props: SubmissionPageHeadProps) {
  const { asset, id, submission, title: column, neighbours, languages, language, onLanguage, tableHref } = props
  const { t } = useTranslation('submission')
  const { t: tTable, format } = useDisplay()
  const title = useRowTitle(submission ?? { _id: id }, column)
  const { previous, next, place, count } = neighbours

  useWindowEvent('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTyping(event.target)) return
    const [back, onwards] =
      document.documentElement.dir === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
    const go = event.key === back ? previous : event.key === onwards ? next : undefined
    if (event.key !== back && event.key !== onwards) return
    event.preventDefault() // the browser would leave the page
    go?.()
  })

  return (
    <div className={classes.head}>
      <PageTitle>{`${title} · ${asset.name}`}</PageTitle>
      <nav className={classes.ways} aria-label={t('ways')}>
        <Anchor component={Link} to={tableHref}>
          {t('back')}
        </Anchor>
        <span className={classes.place} role="status">
          {place !== null && count !== null
            ? t('place', { place: format.number(place), total: format.number(count) })
            : neighbours.failed && t('notReached')}
        </span>
        <ActionIcon
          variant="default"
          aria-label={tTable('panel.previous')}
          aria-keyshortcuts="Alt+ArrowLeft"
          disabled={!previous}
          onClick={previous}
        >
          <IconChevronLeft size={18} stroke={1.75} className="fb-flip" aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={tTable('panel.next')}
          aria-keyshortcuts="Alt+ArrowRight"
          disabled={!next}
          onClick={next}
        >
          <IconChevronRight size={18} stroke={1.75} className="fb-flip" aria-hidden />
        </ActionIcon>
      </nav>
      <div className={classes.titleLine}>
        <h2 className={classes.title}>
          <bdi>{title}</bdi>
        </h2>
        {submission && (
          <div className={classes.doings}>
            <StatusControl
              assetUid={asset.uid}
              submission={submission}
              title={title}
              canValidate={assetCan.validateSubmissions(asset)}
            />
            <LabelLanguageSelect
              className={classes.labels}
              languages={languages}
              language={language}
              onLanguage={onLanguage}
            />
            <SubmissionActions {...props} submission={submission} title={title} />
          </div>
        )}
      </div>
    </div>
  )
}
