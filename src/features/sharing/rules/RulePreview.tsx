import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { PartialPermission } from '#/api/kpi/permissions/partial.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import classes from '#/features/sharing/parts/sharing.module.css'
import { useFormat } from '#/i18n/use-format.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { viewQuery } from './access-rules.ts'

interface RulePreviewProps {
  asset: Asset
  /** `null` while a rule is incomplete. */
  partial: readonly PartialPermission[] | null
}

/**
 * Counts the submissions that the user would see, by the query that the server itself will use. On request only: each count
 * is a line in the project's history.
 */
export function RulePreview({ asset, partial }: RulePreviewProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const query = partial ? viewQuery(partial) : undefined
  const key = JSON.stringify(query)
  const [counted, setCounted] = useState<string | undefined>()
  const isAsked = query !== undefined && counted === key
  const count = useQuery({
    ...submissionQueries.count(asset.uid, query),
    enabled: isAsked,
    staleTime: Infinity,
    retry: false,
    meta: { showsError: true },
  })
  const { deployment__submission_count: total } = asset
  if (asset.deployment_status === 'draft' || asset.deployment_status === null) return null
  return (
    <div className={classes.preview}>
      <Button
        variant="default"
        disabled={query === undefined}
        loading={isAsked && count.isFetching}
        onClick={() => (isAsked ? void count.refetch() : setCounted(key))}
      >
        {t('rule.count')}
      </Button>
      <p role="status">
        {isAsked && count.isSuccess
          ? total === null
            ? t('rule.counted', { count: count.data })
            : t('rule.countedOf', { count: count.data, total: format.number(total) })
          : t('rule.countHelp')}
      </p>
      {isAsked && count.error && (
        <ErrorPanel
          kind={count.error.kind}
          title={t('rule.countFailed')}
          {...(count.error.kind === 'rejected' && { explanation: t('rule.countRefused') })}
          message={count.error.message}
        />
      )}
    </div>
  )
}
