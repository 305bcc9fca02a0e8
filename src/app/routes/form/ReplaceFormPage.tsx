import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { paths } from '#/app/paths.ts'
import { DeployButton } from '#/features/deployment/DeployButton.tsx'
import { ReplaceForm } from '#/features/replace-form/ReplaceForm.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { FormReview } from './FormReview.tsx'

/** Replaces the form of a project by a file. */
export function ReplaceFormPage({ asset }: { asset: Asset }) {
  const { t } = useTranslation('replacing')
  return (
    <>
      <PageTitle>{`${t('title')} · ${asset.name}`}</PageTitle>
      <TextPage>
        {assetCan.edit(asset) ? (
          <ReplaceForm
            asset={asset}
            review={(replacement) => <FormReview {...replacement} />}
            pathOfForm={paths.form(asset.uid)}
            deployButton={<DeployButton action={asset.deployed_version_id === null ? 'deploy' : 'redeploy'} />}
          />
        ) : (
          <EmptyState title={t('notAllowed')}>{t('notAllowedText')}</EmptyState>
        )}
      </TextPage>
    </>
  )
}
