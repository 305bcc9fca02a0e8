import { Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { copyProject } from '#/api/kpi/projects/mutations.ts'
import { projectQueries } from '#/api/kpi/projects/queries.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'

interface NewProjectDialogProps {
  onClose: () => void
  onCreated: (assetUid: string) => void
}

const MAX_LENGTH = 255

/** Makes a project of a template or of another project. */
export function NewProjectDialog({ onClose, onCreated }: NewProjectDialogProps) {
  const { t } = useTranslation('project-actions')
  const templates = useQuery(projectQueries.templates())
  const projects = useQuery(assetQueries.names())
  const [source, setSource] = useState<string | null>(null)
  const [name, setName] = useState('')
  const create = useMutation({ ...copyProject(), meta: { showsError: true } })
  const failed = templates.error ?? projects.error
  const items = (list: readonly { uid: string; name: string }[] = []) =>
    list.map((item) => ({ value: item.uid, label: item.name || item.uid }))
  const data = [
    { group: t('new.templates'), items: items(templates.data) },
    { group: t('new.projects'), items: items(projects.data) },
  ].filter((group) => group.items.length > 0)
  const isLoading = templates.isPending || projects.isPending
  const isTooLong = name.trim().length > MAX_LENGTH
  const { error } = create

  return (
    <ConfirmDialog
      opened
      title={t('new.title')}
      confirmLabel={t('new.confirm')}
      confirmIcon={<IconPlus size={16} stroke={1.75} aria-hidden />}
      ready={source !== null && name.trim() !== '' && !isTooLong}
      pending={create.isPending}
      onConfirm={() =>
        create.mutate({ from: source ?? '', name: name.trim() }, { onSuccess: ({ uid }) => onCreated(uid) })
      }
      onClose={onClose}
    >
      <p>{t('new.text')}</p>
      <Select
        label={t('new.source')}
        placeholder={t(isLoading ? 'new.loading' : 'new.choose')}
        data={data}
        value={source}
        onChange={setSource}
        searchable
        limit={200}
        nothingFoundMessage={t('new.nothing')}
        openOnFocus={false}
        data-autofocus
      />
      <TextInput
        label={t('clone.name')}
        dir="auto"
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={isTooLong && t('clone.nameTooLong', { max: MAX_LENGTH })}
      />
      {failed && (
        <ErrorPanel
          kind={failed.kind}
          title={t('collecting.failed')}
          message={failed.message}
          onRetry={() => void Promise.all([templates.refetch(), projects.refetch()])}
        />
      )}
      {error && (
        <ErrorPanel
          isChange
          kind={error.kind}
          title={t('new.failed')}
          explanation={error.fields['name'] ?? t('new.failedText')}
          message={error.message}
        />
      )}
    </ConfirmDialog>
  )
}
