import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import { metadataQueries } from '#/api/kpi/asset-metadata/queries.ts'
import { countryName } from '#/api/kpi/assets/project-context.ts'
import { MAX_TAG_CONDITIONS } from '#/api/kpi/assets/project-search.ts'
import { tagQueries } from '#/api/kpi/tags/queries.ts'
import { isolate } from '#/lib/bidi.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { ListPicker } from '#/ui/ListPicker.tsx'

interface ChoiceFieldProps {
  values: readonly string[] | undefined
  onChange: (values: readonly string[]) => void
}

/** Countries of one's projects, by their codes. */
export function CountryField(props: ChoiceFieldProps) {
  const { t } = useTranslation('project-list')
  const choices = useQuery(metadataQueries.choices())
  const options = choices.data?.countries.map(([value, label]) => ({ value, label: countryName(label) }))
  return <Choices {...props} {...choices} label={t('filter.field.countries')} options={options} />
}

/** Sectors of one's projects. */
export function SectorField(props: ChoiceFieldProps) {
  const { t } = useTranslation('project-list')
  const choices = useQuery(metadataQueries.choices())
  const options = choices.data?.sectors.map(([value, label]) => ({ value, label }))
  return <Choices {...props} {...choices} label={t('filter.field.sectors')} options={options} />
}

/** Tags of one's projects. */
export function TagField({ values = [], onChange }: ChoiceFieldProps) {
  const { t } = useTranslation('project-list')
  const tags = useQuery(tagQueries.names())
  const options = tags.data?.map((name) => ({ value: name, label: name }))
  return (
    <Choices
      {...tags}
      values={values}
      label={t('filter.field.tags')}
      options={options}
      onChange={(next) => onChange(next.slice(0, MAX_TAG_CONDITIONS))}
    />
  )
}

interface ChoicesProps extends ChoiceFieldProps {
  label: string
  options: readonly { value: string; label: string }[] | undefined
  error: ApiError | null
  isPending: boolean
  refetch: () => Promise<unknown>
}

function Choices({ values = [], label, options = [], error, isPending, refetch, onChange }: ChoicesProps) {
  const { t } = useTranslation(['project-list', 'common'])
  const unlisted = values.filter((value) => options.every((option) => option.value !== value))
  return (
    <>
      <ListPicker
        label={label}
        placeholder={t('filter.searchChoices')}
        options={[...options, ...unlisted.map((value) => ({ value, label: value }))]}
        selected={values}
        nothingFound={isPending ? t('filter.loading') : options.length === 0 ? t('filter.none') : t('filter.noChoice')}
        removeLabel={(name) => t('filter.removeValue', { value: isolate(name) })}
        onPick={(value) =>
          onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
        }
      />
      {error && <ErrorPanel kind={error.kind} message={error.message} onRetry={() => void refetch()} />}
    </>
  )
}
