import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { InlineError } from '#/app/ErrorPage.tsx'
import { NoPage } from '#/app/NoPage.tsx'
import { useConnection } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { requireParams } from '#/app/route-params.ts'
import { NoAccess } from '#/app/workspace/NoAccess.tsx'
import type { DatasetQuery } from '#/dataset/query/query.ts'
import { SubmissionPage } from '#/features/record/SubmissionPage.tsx'
import type { SubmissionEntryState } from '#/features/record/submission-links.ts'
import type { AdjacentSubmission } from '#/features/record/use-adjacent-submissions.ts'
import { openView, viewAddressOf } from '#/features/views/project-view.ts'
import { TextPage } from '#/ui/TextPage.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'

export function Component() {
  const you = useConnection()?.username ?? ''
  const { t } = useTranslation('submission')
  const { assetUid, submissionId } = requireParams(useParams(), 'assetUid', 'submissionId')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const [search] = useSearchParams()
  const { settings, content } = asset
  const view = useMemo(() => openView(search, { settings, content }), [search, settings, content])
  const navigate = useNavigate()
  const state = useLocation().state as SubmissionEntryState | null
  const id = Number(submissionId)
  const searchOf = (next: DatasetQuery) =>
    new URLSearchParams(viewAddressOf({ ...next, submission: null }, asset)).toString()
  const viewSearch = searchOf(view)
  const hrefOf = (other: number) => paths.submission(assetUid, other, viewSearch)

  const tableHref = `${paths.submissions(assetUid)}${viewSearch && `?${viewSearch}`}`

  if (!/^\d{1,15}$/.test(submissionId)) return <NoPage />
  if (!assetCan.viewSubmissions(asset)) return <NoAccess username={you} owner={asset.owner__username} />

  const go = ({ id: other, page, ids }: AdjacentSubmission) =>
    void navigate(paths.submission(assetUid, other, searchOf({ ...view, page })), {
      replace: true,
      state: { ids } satisfies SubmissionEntryState,
    })
  return (
    <SubmissionPage
      asset={asset}
      id={id}
      view={view}
      ids={state?.ids ?? null}
      tableHref={tableHref}
      hrefOf={hrefOf}
      onNavigate={go}
      onLanguage={(language) =>
        void navigate(paths.submission(assetUid, id, searchOf({ ...view, language })), {
          replace: true,
          state,
          preventScrollReset: true,
        })
      }
      onDeleted={() => void navigate(tableHref, { replace: true })}
      renderError={(error, onRetry) =>
        error.kind === 'not-found' ? (
          <TextPage>
            <ErrorPanel
              kind="not-found"
              title={t('gone.title')}
              explanation={t('gone.text')}
              message={error.message}
              actions={<Link to={tableHref}>{t('back')}</Link>}
            />
          </TextPage>
        ) : (
          <InlineError error={error} onRetry={onRetry} />
        )
      }
    />
  )
}
