import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { languagesOf } from '#/api/kpi/form/questions.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { FilesNote } from '#/dataset/answers/FilesNote.tsx'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { titleColumn } from '#/dataset/model/columns.ts'
import { columnsOf } from '#/dataset/model/loaded-fields.ts'
import { useColumnsOfOne } from '#/dataset/rows/use-version-columns.ts'
import { TextPage } from '#/ui/TextPage.tsx'
import { PageAnswers } from './PageAnswers.tsx'
import { SubmissionMetadata } from './SubmissionMetadata.tsx'
import classes from './SubmissionPage.module.css'
import { SubmissionPageHead } from './SubmissionPageHead.tsx'
import { type SubmissionPageProps } from './submission-page-props.ts'
import { useAdjacentSubmissions } from './use-adjacent-submissions.ts'

/** One submission on a page of its own. */
export function SubmissionPage(props: SubmissionPageProps) {
  const { asset, id, view, ids, onGo, failure } = props
  const { content } = asset
  const languages = languagesOf(content)
  const language = view.language !== null && view.language >= languages.length ? 0 : view.language
  const reading = useNewDisplay(language)
  // Whoever comes back from the web form sees what was written there.
  const one = useQuery({ ...submissionQueries.one(asset.uid, id), refetchOnWindowFocus: 'always' })
  const submission = one.data
  const form = columnsOf(content)
  const columns = useColumnsOfOne(asset, submission)
  const title = useMemo(() => (submission ? titleColumn(form, [submission]) : null), [form, submission])
  const neighbours = useAdjacentSubmissions({ asset, id, view, ids, onGo })
  const isGone = one.error?.kind === 'not-found'

  return (
    <DisplayProvider value={reading}>
      <div className={classes.page}>
        <p className={classes.printed}>
          <bdi>{asset.name}</bdi>
        </p>
        <SubmissionPageHead
          {...props}
          submission={isGone ? undefined : submission}
          title={title ?? undefined}
          neighbours={neighbours}
          languages={languages}
          language={language}
        />
        {one.error && (isGone || !submission) ? (
          failure(one.error, () => void one.refetch())
        ) : (
          <TextPage
            beside={submission && <SubmissionMetadata asset={asset} submission={submission} columns={columns} />}
          >
            <FilesNote />
            {submission ? (
              <PageAnswers key={id} asset={asset} submission={submission} columns={columns} />
            ) : (
              <Skeleton height={400} role="progressbar" aria-label={reading.t('panel.loading')} />
            )}
          </TextPage>
        )}
      </div>
    </DisplayProvider>
  )
}
