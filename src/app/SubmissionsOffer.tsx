import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { RowSourceProvider } from '#/dataset/provider/row-source.ts'
import { useKpiSource } from '#/dataset/provider/use-kpi-source.ts'
import { ExportBeforeDelete } from '#/features/export/ExportBeforeDelete.tsx'
import type { DataOfferProps } from '#/features/project-actions/dialogs/dialog-props.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useTranslation } from 'react-i18next'

/** Offers all submissions of a project as a file. The project is loaded when a person wants them. */
export function SubmissionsOffer({ assetUid, label }: DataOfferProps) {
  const { t } = useTranslation('exporting')
  const [isWanted, setIsWanted] = useState(false)
  const {
    data: asset,
    error,
    refetch,
  } = useQuery({ ...assetQueries.detail(assetUid), enabled: isWanted, meta: { showsError: true } })
  if (error) {
    return (
      <ErrorPanel kind={error.kind} title={t('failed.title')} message={error.message} onRetry={() => void refetch()} />
    )
  }
  if (asset && isWanted) return <AssetSubmissions asset={asset} label={label} />
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
      loading={isWanted}
      onClick={() => setIsWanted(true)}
    >
      {label}
    </Button>
  )
}

function AssetSubmissions({ asset, label }: { asset: Asset; label: string }) {
  const source = useKpiSource(asset)
  const display = useNewDisplay(0)
  return (
    <RowSourceProvider value={source}>
      <DisplayProvider value={display}>
        <ExportBeforeDelete ids={null} count={asset.deployment__submission_count ?? 0} label={label} startsAtOnce />
      </DisplayProvider>
    </RowSourceProvider>
  )
}
