import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteAsset } from '#/api/kpi/assets/mutations.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { Card } from '#/ui/Card.tsx'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'

interface DeleteProjectProps {
  asset: Asset
  /** `gone`: it was no longer there. */
  onDeleted: (how: 'deleted' | 'gone') => Promise<void>
}

/** Deletes a project for good: says what goes with it, and has its name typed. */
export function DeleteProject({ asset, onDeleted }: DeleteProjectProps) {
  const { t } = useTranslation('project')
  const [opened, { open, close }] = useDisclosure(false)
  const [typed, setTyped] = useState('')
  const remove = useMutation({ ...deleteAsset(asset.uid), meta: { showsError: true } })
  const count = asset.deployment__submission_count ?? 0

  return (
    <Card title={t('settings.deleteTitle')}>
      <p>{t('settings.deleteText', { count })}</p>
      <Button variant="outline" color="brick" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
        {t('settings.delete')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('settings.deleteAsk', { count, name: asset.name })}
        hue="brick"
        cancelLabel={t('settings.deleteKeep')}
        confirmLabel={t('settings.deleteConfirm')}
        confirmIcon={<IconTrash size={16} aria-hidden />}
        ready={typed.trim() === asset.name.trim()}
        pending={remove.isPending}
        onClose={close}
        onConfirm={() => remove.mutate(undefined, { onSuccess: onDeleted })}
      >
        <p>{t('settings.deleteText', { count })}</p>
        {count > 0 && <p>{t('settings.deleteExport')}</p>}
        <TextInput
          label={t('settings.deleteType')}
          description={<bdi>{asset.name}</bdi>}
          dir="auto"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-autofocus
        />
        {remove.error && (
          <ErrorPanel isChange kind={remove.error.kind} title={t('settings.notDeleted')} words={remove.error.message} />
        )}
      </ConfirmDialog>
    </Card>
  )
}
