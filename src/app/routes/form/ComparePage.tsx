import { Button, NativeSelect } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowForwardUp } from '@tabler/icons-react'
import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { ApiError } from '#/api/errors.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { unpublishedChanges } from '#/api/kpi/assets/unpublished-changes.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import { requireParams } from '#/app/route-params.ts'
import { LazyBringAnswers } from '#/features/bulk/bring/lazy-bring.tsx'
import { BulkBar } from '#/features/bulk/lazy-bulk.tsx'
import { FormComparison } from '#/features/form-compare/FormComparison.tsx'
import { useFormat } from '#/i18n/use-format.ts'
import { answersToBring } from '#/lib/xlsform/compare/answers-to-bring.ts'
import type { ComparableForm } from '#/lib/xlsform/compare/canonical-form.ts'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import classes from './ComparePage.module.css'

/** The form as it is now, in `?from=` and `?to=`. */
const DRAFT = 'draft'

/** Two versions of a form, and what differs. */
export function ComparePage() {
  const { t } = useTranslation('compare')
  const { assetUid } = requireParams(useParams(), 'assetUid')
  const { data: asset } = useSuspenseQuery(assetQueries.detail(assetUid))
  const [search, setSearch] = useSearchParams()
  const format = useFormat()
  const versions = asset.deployed_versions.results
  const defaults = defaultVersions(asset)
  const from = search.get('from') ?? defaults.from
  const to = search.get('to') ?? defaults.to
  const choose = (chosen: { from: string; to: string }) => setSearch(chosen, { replace: true })

  const labelOf = (uid: string) => {
    if (uid === DRAFT) return t('versions.draft')
    const version = versions.find((each) => each.uid === uid)
    const date = format.date(version?.date_deployed ?? '')
    return version ? t('versions.version', { number: version.version_number ?? '', date }) : uid
  }
  const data = [...new Set([DRAFT, ...versions.map(({ uid }) => uid), from, to])].flatMap((uid) =>
    uid === '' ? [] : [{ value: uid, label: labelOf(uid) }],
  )
  const isRedeploy = from === asset.deployed_version_id && to === DRAFT && unpublishedChanges(asset) !== 'none'
  const forms = useForms(asset, [from, to])

  return (
    <>
      <PageTitle>{`${t('title')} · ${asset.name}`}</PageTitle>
      <div className={classes.head}>
        <h2 className={classes.title}>{t(isRedeploy ? 'redeploying' : 'title')}</h2>
        <NativeSelect
          label={t('versions.from')}
          value={from}
          data={data}
          onChange={({ currentTarget: { value } }) => choose({ from: value, to })}
        />
        <NativeSelect
          label={t('versions.to')}
          value={to}
          data={data}
          onChange={({ currentTarget: { value } }) => choose({ from, to: value })}
        />
      </div>
      {from === '' ? (
        <EmptyState title={t('same.title')}>{t('versions.none')}</EmptyState>
      ) : forms.error ? (
        <ErrorPanel
          kind={forms.error.kind}
          title={t('versions.failed')}
          message={forms.error.message}
          onRetry={forms.retry}
        />
      ) : forms.before && forms.after ? (
        <Comparison
          asset={asset}
          before={forms.before}
          after={forms.after}
          titles={[
            {
              title: t(from === asset.deployed_version_id ? 'versions.deployedNow' : 'versions.before'),
              detail: labelOf(from),
            },
            { title: t(isRedeploy ? 'versions.afterRedeploying' : 'versions.after'), detail: labelOf(to) },
          ]}
          isRedeploy={isRedeploy}
        />
      ) : (
        <p role="status" className={classes.head}>
          {t('versions.loading')}
        </p>
      )}
      <BulkBar assetUid={assetUid} />
    </>
  )
}

interface Heading {
  title: string
  detail: string
}

interface ComparisonProps {
  asset: Asset
  before: ComparableForm
  after: ComparableForm
  titles: [before: Heading, after: Heading]
  isRedeploy: boolean
}

function Comparison({ asset, before, after, titles, isRedeploy }: ComparisonProps) {
  const { t } = useTranslation('compare')
  const [isBringing, bringing] = useDisclosure(false)
  const { copies, recodes } = answersToBring(before, after)
  const canBring =
    asset.deployment_status === 'deployed' && assetCan.viewSubmissions(asset) && assetCan.editSubmissions(asset)
  const hasAnswers = asset.deployed_version_id !== null && assetCan.viewSubmissions(asset)
  return (
    <>
      <FormComparison
        key={titles.map(({ detail }) => detail).join(' ')}
        before={{ content: before, ...titles[0] }}
        after={{ content: after, ...titles[1] }}
        assetUid={hasAnswers ? asset.uid : null}
        submissionCount={asset.deployment__submission_count}
        fileName={t('fileName', { name: asset.name })}
        consequences={
          isRedeploy &&
          (['collectors', 'old', 'kept', 'back'] as const).map((each) => <li key={each}>{t(`consequence.${each}`)}</li>)
        }
        actions={
          canBring &&
          copies.length + recodes.length > 0 && (
            <Button
              leftSection={<IconArrowForwardUp size={16} stroke={1.75} aria-hidden className="fb-flip" />}
              aria-haspopup="dialog"
              onClick={bringing.open}
            >
              {t('bring.button')}
            </Button>
          )
        }
      />
      {isBringing && <LazyBringAnswers asset={asset} before={before} after={after} onClose={bringing.close} />}
    </>
  )
}

/** What redeploying would change; where nothing is unpublished, what the last redeployment changed. */
function defaultVersions(asset: Asset): { from: string; to: string } {
  const deployed = asset.deployed_version_id
  if (deployed === null) return { from: '', to: DRAFT }
  if (unpublishedChanges(asset) !== 'none') return { from: deployed, to: DRAFT }
  const { results } = asset.deployed_versions
  const previous = results[results.findIndex(({ uid }) => uid === deployed) + 1]
  return { from: previous?.uid ?? '', to: deployed }
}

/** The forms of two versions. The current one is part of the project. */
function useForms(asset: Asset, uids: readonly [from: string, to: string]) {
  return useQueries({
    queries: uids.map((uid) => ({
      ...versionQueries.detail(asset.uid, uid),
      enabled: uid !== '' && uid !== DRAFT && uid !== asset.version_id,
    })),
    combine: (results) => {
      const [before, after] = uids.map((uid, index) =>
        uid === DRAFT || uid === asset.version_id ? asset.content : results[index]?.data?.content,
      )
      const failed = results.filter(({ isError }) => isError)
      const error = failed[0]?.error
      return {
        before,
        after,
        error: error instanceof ApiError ? error : null,
        retry: () => failed.forEach(({ refetch }) => void refetch()),
      }
    },
  })
}
