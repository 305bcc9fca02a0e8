import { Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ExportChoice, langOf, settingsOf } from '#/api/kpi/exports/options.ts'
import { EXPORT_TYPES, MULTIPLE_SELECT } from '#/api/kpi/exports/schema.ts'
import { FieldChoice, type FieldOption } from './FieldChoice.tsx'
import classes from './server-exports.module.css'

interface SettingsFormProps {
  choice: ExportChoice
  languages: readonly (string | null)[]
  fields: readonly FieldOption[]
  onChoice: (choice: ExportChoice) => void
}

/** The settings of an export: those that the chosen type of file takes. */
export function SettingsForm({ choice, languages, fields, onChoice }: SettingsFormProps) {
  const { t } = useTranslation(['server-exports', 'submissions', 'common'])
  const set = (change: Partial<ExportChoice>) => onChoice({ ...choice, ...change })
  const takes = settingsOf(choice.type)
  const names = languages.length > 0 ? languages : [null]
  const labels = [
    ...names.map((name) => ({
      value: langOf(name),
      label: t('submissions:labels.in', { language: name ?? t('common:unnamedLanguage') }),
    })),
    { value: '_xml', label: t('server-exports:labels.xml') },
  ]
  const isKnown = labels.some(({ value }) => value === choice.lang)
  const check = (name: 'hasGroups' | 'hasAllVersions' | 'isFlat' | 'isText' | 'hasMediaUrls', label: string) => (
    <Checkbox
      label={label}
      checked={choice[name]}
      onChange={({ currentTarget: { checked } }) => set({ [name]: checked })}
    />
  )
  return (
    <>
      <Radio.Group
        label={t('server-exports:type.label')}
        value={choice.type}
        onChange={(value) => set({ type: EXPORT_TYPES.find((type) => type === value) ?? 'xls' })}
      >
        <div className={classes.options}>
          {EXPORT_TYPES.map((type) => (
            <Radio
              key={type}
              value={type}
              label={t(`server-exports:type.${type}`)}
              description={t(`server-exports:type.${type}Text`)}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.pair}>
        {takes.labels && (
          <NativeSelect
            label={t('server-exports:labels.label')}
            value={choice.lang}
            data={isKnown ? labels : [{ value: choice.lang, label: choice.lang }, ...labels]}
            onChange={({ currentTarget: { value } }) => set({ lang: value })}
          />
        )}
        {takes.multipleSelect && (
          <NativeSelect
            label={t('server-exports:multipleSelect.label')}
            value={choice.multipleSelect}
            data={MULTIPLE_SELECT.map((value) => ({ value, label: t(`server-exports:multipleSelect.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              set({ multipleSelect: MULTIPLE_SELECT.find((one) => one === value) ?? 'both' })
            }
          />
        )}
      </div>
      {takes.fields && (
        <FieldChoice options={fields} chosen={choice.fields} onChoice={(chosen) => set({ fields: chosen })} />
      )}
      <div className={classes.options}>
        {check('hasAllVersions', t('server-exports:allVersions'))}
        {takes.groups && check('hasGroups', t('server-exports:groups'))}
        {takes.groups && choice.hasGroups && (
          <TextInput
            className={classes.short}
            label={t('server-exports:separator')}
            value={choice.groupSeparator}
            error={choice.groupSeparator === '' && t('server-exports:separatorMissing')}
            onChange={({ currentTarget: { value } }) => set({ groupSeparator: value })}
          />
        )}
        {takes.hasMediaUrls && check('hasMediaUrls', t('server-exports:mediaUrls'))}
        {takes.isText && check('isText', t('server-exports:text'))}
        {takes.isFlat && check('isFlat', t('server-exports:flat'))}
      </div>
    </>
  )
}
