import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { FilesNote } from '#/dataset/answers/FilesNote.tsx'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { columnsOf, titleColumn } from '#/dataset/model/columns.ts'
import { RowSourceProvider } from '#/dataset/provider/row-source.ts'
import { useKpiSource } from '#/dataset/provider/use-kpi-source.ts'
import { useColumnsOfRow } from '#/dataset/rows/use-version-columns.ts'
import { languagesOf } from '#/dataset/sources/kpi/questions.ts'
import { TextPage } from '#/ui/TextPage.tsx'
import { PageAnswers } from './PageAnswers.tsx'
import { SubmissionMetadata } from './SubmissionMetadata.tsx'
import classes from './SubmissionPage.module.css'
import { SubmissionPageHead } from './SubmissionPageHead.tsx'
import type { SubmissionPageProps } from './submission-page-props.ts'
import { useAdjacentSubmissions } from './use-adjacent-submissions.ts'

/** One submission on a page of its own. */
export function SubmissionPage(props: SubmissionPageProps) {
  const { asset, id, view, ids, onNavigate, renderError } = props
  const { content } = asset
  const languages = languagesOf(content)
  const language = view.language !== null && view.language >= languages.length ? 0 : view.language
  const display = useNewDisplay(language)
  // The person may come back from the web form, where they edited it.
  const one = useQuery({ ...submissionQueries.one(asset.uid, id), refetchOnWindowFocus: 'always' })
  const submission = one.data
  const source = useKpiSource(asset)
  const form = columnsOf(source.form)
  const columns = useColumnsOfRow(source, submission)
  const title = useMemo(() => (submission ? titleColumn(form, [submission]) : null), [form, submission])
  const adjacent = useAdjacentSubmissions({ asset, id, view, ids, onNavigate })
  const isGone = one.error?.kind === 'not-found'

  return (
    <RowSourceProvider value={source}>
      <DisplayProvider value={display}>
        <div className={classes.page}>
          <p className={classes.printed}>
            <bdi>{asset.name}</bdi>
          </p>
          <SubmissionPageHead
            {...props}
            submission={isGone ? undefined : submission}
            title={title ?? undefined}
            adjacent={adjacent}
            languages={languages}
            language={language}
          />
          {one.error && (isGone || !submission) ? (
            renderError(one.error, () => void one.refetch())
          ) : (
            <TextPage
              beside={submission && <SubmissionMetadata asset={asset} submission={submission} columns={columns} />}
            >
              <FilesNote />
              {submission ? (
                <PageAnswers key={id} asset={asset} submission={submission} columns={columns} />
              ) : (
                <Skeleton height={400} role="progressbar" aria-label={display.t('panel.loading')} />
              )}
            </TextPage>
          )}
        </div>
      </DisplayProvider>
    </RowSourceProvider>
  )
}
