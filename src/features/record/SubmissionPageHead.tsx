import { ActionIcon, Anchor } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { LabelLanguageSelect } from '#/dataset/answers/LabelLanguageSelect.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { StatusControl } from '#/dataset/status/StatusControl.tsx'
import { isTextField } from '#/lib/text-field.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { SubmissionActions } from './SubmissionActions.tsx'
import classes from './SubmissionPage.module.css'
import type { SubmissionPageProps } from './submission-page-props.ts'
import type { AdjacentSubmissions } from './use-adjacent-submissions.ts'

interface SubmissionPageHeadProps extends SubmissionPageProps {
  submission: Submission | undefined
  title: QuestionColumn | undefined
  adjacent: AdjacentSubmissions
  languages: readonly (string | null)[]
  language: number | null
}

/** The title of a submission, links to the adjacent ones and to the table, and the actions. */
export function SubmissionPageHead(props: SubmissionPageHeadProps) {
  const { asset, id, submission, title: column, adjacent, languages, language, onLanguage, tableHref } = props
  const { t } = useTranslation('submission')
  const { t: tTable, format } = useDisplay()
  const title = useRowTitle(submission ?? { _id: id }, column)
  const { previous, next, position, count } = adjacent

  useWindowEvent('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTextField(event.target)) return
    const [previousKey, nextKey] =
      document.documentElement.dir === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
    const navigate = event.key === previousKey ? previous : event.key === nextKey ? next : undefined
    if (event.key !== previousKey && event.key !== nextKey) return
    event.preventDefault() // the browser would go back or forward in its history
    navigate?.()
  })

  return (
    <div className={classes.head}>
      <PageTitle>{`${title} · ${asset.name}`}</PageTitle>
      <nav className={classes.navigation} aria-label={t('navigation')}>
        <Anchor component={Link} to={tableHref}>
          {t('back')}
        </Anchor>
        <span className={classes.position} role="status">
          {position !== null && count !== null
            ? t('position', { place: format.number(position), total: format.number(count) })
            : adjacent.isError && t('adjacentFailed')}
        </span>
        <ActionIcon
          variant="default"
          aria-label={tTable('panel.previous')}
          title={tTable('panel.previous')}
          aria-keyshortcuts="Alt+ArrowLeft"
          disabled={!previous}
          onClick={previous}
        >
          <IconChevronLeft size={18} stroke={1.75} className="fb-flip" aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={tTable('panel.next')}
          title={tTable('panel.next')}
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
          <div className={classes.actions}>
            <StatusControl row={submission} title={title} />
            <LabelLanguageSelect
              className={classes.labels}
              languages={languages}
              language={language}
              onLanguageChange={onLanguage}
            />
            <SubmissionActions {...props} submission={submission} title={title} />
          </div>
        )}
      </div>
    </div>
  )
}
