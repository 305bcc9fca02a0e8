import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { renameAsset } from '#/api/kpi/assets/mutations.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { ConflictNote } from '#/ui/feedback/ConflictNote.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import classes from './RenameForm.module.css'

const MAX_LENGTH = 255

/** Another name for a project. Where a colleague was faster, both names are shown, and the person decides. */
export function RenameForm({ asset }: { asset: Asset }) {
  const { t } = useTranslation('project')
  const client = useQueryClient()
  const rename = useMutation({ ...renameAsset(asset.uid), meta: { showsError: true } })
  const form = useForm({
    initialValues: { name: asset.name },
    validate: {
      name: (name) =>
        !name.trim() ? t('settings.nameMissing') : name.length > MAX_LENGTH ? t('settings.nameTooLong') : null,
    },
  })
  const { error } = rename
  // The name that was shown when editing began, to detect changes by colleagues and other tabs.
  const [from, setFrom] = useState(asset.name)
  const startFrom = (name: string) => {
    setFrom(name)
    form.setValues({ name })
    form.resetDirty({ name })
  }
  const isChanged = form.values.name !== from
  if (!isChanged && asset.name !== from) startFrom(asset.name)
  useUnsaved(isChanged)
  const theirs = error?.kind === 'conflict' ? error.message : null

  const save = (name: string, before: string) =>
    rename.mutate(
      { name: name.trim(), from: before },
      {
        onSuccess: (renamed) => startFrom(renamed.name),
        onError: ({ fields }) => form.setErrors(fields),
      },
    )

  return (
    <form className={classes.form} onSubmit={form.onSubmit(({ name }) => save(name, from))}>
      <TextInput
        label={t('settings.name')}
        description={t(asset.deployed_version_id === null ? 'settings.nameHelpDraft' : 'settings.nameHelp')}
        dir="auto"
        {...form.getInputProps('name')}
      />
      {theirs !== null && (
        <ConflictNote
          title={t('settings.conflictTitle')}
          actions={
            <>
              <Button
                variant="default"
                onClick={() => {
                  startFrom(theirs)
                  rename.reset()
                  void client.invalidateQueries({ queryKey: assetQueries.detail(asset.uid).queryKey })
                }}
              >
                {t('settings.keepTheirs')}
              </Button>
              <Button variant="default" onClick={() => save(form.values.name, theirs)}>
                {t('settings.useMine')}
              </Button>
            </>
          }
        >
          <p>{t('settings.conflictText', { name: theirs })}</p>
        </ConflictNote>
      )}
      {error && theirs === null && Object.keys(error.fields).length === 0 && (
        <ErrorPanel isChange kind={error.kind} title={t('settings.notSaved')} message={error.message} />
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={rename.isPending} disabled={!isChanged}>
          {t('settings.save')}
        </Button>
        <span role="status">{rename.isSuccess && !isChanged && t('settings.saved')}</span>
      </div>
    </form>
  )
}
