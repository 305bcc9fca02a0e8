import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { Card } from '#/ui/Card.tsx'

interface DeleteProjectProps {
  asset: Asset
  /** Opens the dialog that asks before deleting. */
  onDelete: () => void
}

/** The section of the settings that deletes the project. */
export function DeleteProject({ asset, onDelete }: DeleteProjectProps) {
  const { t } = useTranslation('project')
  return (
    <Card title={t('settings.deleteTitle')}>
      <p>{t('settings.deleteText', { count: asset.deployment__submission_count ?? 0 })}</p>
      <Button variant="outline" color="brick" leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
        {t('settings.delete')}
      </Button>
    </Card>
  )
}
