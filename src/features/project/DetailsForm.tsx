import { Button, MultiSelect, Select, TagsInput, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeDetails, detailsOf, isSameDetails, type ProjectDetails } from '#/api/kpi/assets/mutations.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { tagQueries } from '#/api/kpi/tags/queries.ts'
import { tagsOf } from '#/api/kpi/tags/tag-string.ts'
import { ConflictNote } from '#/ui/feedback/ConflictNote.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import classes from './RenameForm.module.css'

/** The description, sector, countries and tags of a project. Where a colleague was faster, the person decides. */
export function DetailsForm({ asset }: { asset: Asset }) {
  const { t } = useTranslation('project')
  const client = useQueryClient()
  const now = detailsOf(asset)
  // The details that were shown when editing began, to detect changes by colleagues and other tabs.
  const [from, setFrom] = useState<ProjectDetails>(now)
  const [values, setValues] = useState<ProjectDetails>(now)
  const startFrom = (details: ProjectDetails) => {
    setFrom({ ...details })
    setValues({ ...details })
  }
  const isChanged = !isSameDetails(values, from)
  if (!isChanged && !isSameDetails(now, from)) startFrom(now)
  useUnsaved(isChanged)
  const save = useMutation({ ...changeDetails(asset.uid), meta: { showsError: true } })
  const choices = useQuery(environmentQueries.projectChoices())
  const knownTags = useQuery(tagQueries.names())
  const change = (part: Partial<ProjectDetails>) => setValues({ ...values, ...part })
  const sectors = optionsOf(choices.data?.sector_choices, values.sector ? [values.sector] : [])
  const countries = optionsOf(choices.data?.country_choices, values.countries)
  const isConflict = save.error?.kind === 'conflict'
  const start = (before: ProjectDetails) =>
    save.mutate({ from: before, to: values }, { onSuccess: (saved) => startFrom(detailsOf(saved)) })

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        start(from)
      }}
    >
      <Textarea
        label={t('details.description')}
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        value={values.description}
        onChange={({ currentTarget }) => change({ description: currentTarget.value })}
      />
      <Select
        label={t('details.sector')}
        data={sectors}
        value={values.sector?.value ?? null}
        onChange={(value) => change({ sector: sectors.find((sector) => sector.value === value) ?? null })}
        searchable
        clearable
        nothingFoundMessage={t('settings.noChoice')}
      />
      <MultiSelect
        label={t('settings.countries')}
        data={countries}
        value={values.countries.map(({ value }) => value)}
        onChange={(chosen) => change({ countries: countries.filter(({ value }) => chosen.includes(value)) })}
        searchable
        nothingFoundMessage={t('settings.noChoice')}
      />
      {choices.error && (
        <ErrorPanel
          kind={choices.error.kind}
          title={t('settings.noChoices')}
          message={choices.error.message}
          onRetry={() => void choices.refetch()}
        />
      )}
      <TagsInput
        label={t('settings.tags')}
        description={t('settings.tagsHelp')}
        data={knownTags.data ?? []}
        value={[...values.tags]}
        onChange={(tags) => change({ tags: tagsOf(tags.join(',')) })}
        splitChars={[',']}
        acceptValueOnBlur
      />
      {isConflict && (
        <ConflictNote
          title={t('settings.detailsConflict')}
          actions={
            <>
              <Button
                variant="default"
                onClick={() => {
                  startFrom(now)
                  save.reset()
                  void client.invalidateQueries({ queryKey: assetQueries.detail(asset.uid).queryKey })
                }}
              >
                {t('settings.keepTheirDetails')}
              </Button>
              <Button variant="default" onClick={() => start(now)}>
                {t('settings.useMyDetails')}
              </Button>
            </>
          }
        >
          <p>{t('settings.detailsConflictText')}</p>
          <p dir="auto">{describe(now)}</p>
        </ConflictNote>
      )}
      {save.error && !isConflict && (
        <ErrorPanel
          isChange
          kind={save.error.kind}
          title={t('settings.detailsNotSaved')}
          message={save.error.message}
        />
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={save.isPending} disabled={!isChanged}>
          {t('settings.saveDetails')}
        </Button>
        <span role="status">{save.isSuccess && !isChanged && t('settings.saved')}</span>
      </div>
    </form>
  )
}

/** The choices of the server, and what the project has already, which the server may not offer any more. */
function optionsOf(
  choices: readonly (readonly [string, string])[] = [],
  held: readonly { value: string; label: string }[],
) {
  const offered = choices.filter(([value]) => value !== '').map(([value, label]) => ({ value, label }))
  return [...held.filter(({ value }) => !offered.some((choice) => choice.value === value)), ...offered]
}

/** The details in one line. */
const describe = ({ description, sector, countries, tags }: ProjectDetails) =>
  [description, sector?.label, ...countries.map(({ label }) => label), tags.join(', ')].filter(Boolean).join(' · ')
