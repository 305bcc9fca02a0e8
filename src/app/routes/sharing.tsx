import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate, useParams, useSearchParams } from 'react-router'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { useConnection } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { queryClient } from '#/app/query-client.ts'
import { requireConnection } from '#/app/require-connection.ts'
import { requireParams } from '#/app/route-params.ts'
import { useRemoveQueriesOnLeave } from '#/app/use-remove-queries-on-leave.ts'
import { Sharing } from '#/features/sharing/Sharing.tsx'
import { unsaved } from '#/lib/unsaved.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { notify } from '#/ui/feedback/notify.ts'

export async function loader({ params, request }: LoaderFunctionArgs) {
  requireConnection(request)
  const { assetUid } = requireParams(params, 'assetUid')
  await Promise.all([
    queryClient().query({ ...assetQueries.detail(assetUid), staleTime: 'static' }),
    queryClient().query({ ...permissionQueries.list(assetUid), staleTime: 'static' }),
  ])
  return null
}

export function Component() {
  const you = useConnection()?.username ?? ''
  const { t } = useTranslation('sharing')
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const { data: assignments } = useSuspenseQuery(permissionQueries.list(assetUid))
  const forgetWhenGone = useRemoveQueriesOnLeave(assetUid)

  return (
    <>
      <PageTitle>{`${t('title')} · ${asset.name}`}</PageTitle>
      <Sharing
        asset={asset}
        assignments={assignments.results}
        unreadable={assignments.unreadable}
        you={you}
        startsAdding={search.has('add')}
        onLeft={async () => {
          forgetWhenGone()
          unsaved.clear()
          await navigate(paths.projects())
          void notify({ message: t('leave.done', { project: asset.name }) })
        }}
      />
    </>
  )
}
