import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { fieldOptions, useFieldTexts } from '#/features/rest-services/model/field-options.ts'
import type { ServiceValues } from '#/features/rest-services/model/service-form.ts'
import classes from '#/features/rest-services/services.module.css'
import { ListPicker } from '#/ui/ListPicker.tsx'
import { Warning } from './Warning.tsx'

interface FieldsPickerProps {
  content: FormContent
  values: ServiceValues
  problem: string | undefined
  onChange: (part: Partial<ServiceValues>) => void
}

/** Fields by which the other side tells submissions apart. */
const IDENTIFIERS = { json: ['_id', '_uuid'], xml: ['meta'] } as const

/** Chooses between everything and some fields, by label. Repeat groups are offered as a whole. */
export function FieldsPicker({ content, values, problem, onChange }: FieldsPickerProps) {
  const { t } = useTranslation('services')
  const { sendsAll, fields, format } = values
  const options = fieldOptions(content, format, useFieldTexts())
  // What an older form had stays chosen until somebody removes it.
  const unknown = fields.filter((field) => options.every(({ value }) => value !== field))
  const lacksId = fields.length > 0 && !IDENTIFIERS[format].some((field) => fields.includes(field))
  const toggle = (field: string) =>
    onChange({ fields: fields.includes(field) ? fields.filter((one) => one !== field) : [...fields, field] })
  return (
    <div className={classes.fieldset}>
      <Radio.Group
        label={t('form.fields')}
        value={sendsAll ? 'all' : 'some'}
        onChange={(choice) => onChange({ sendsAll: choice === 'all' })}
      >
        <div className={classes.actions}>
          <Radio value="all" label={t('form.fieldsAll')} />
          <Radio value="some" label={t('form.fieldsSome')} />
        </div>
      </Radio.Group>
      {!sendsAll && (
        <>
          <ListPicker
            label={t('form.fieldsChoose')}
            placeholder={t('form.fieldsSearch')}
            options={[...unknown.map((field) => ({ value: field, label: field })), ...options]}
            selected={fields}
            error={problem}
            nothingFound={t('form.fieldsNone')}
            removeLabel={(label) => t('form.fieldsRemove', { label })}
            onPick={toggle}
          />
          {unknown.length > 0 && <Warning>{t('form.fieldsUnknown', { count: unknown.length })}</Warning>}
          {lacksId && <Warning>{t('form.fieldsNoId')}</Warning>}
          <p className={classes.small}>{t(`form.fieldsEmpty.${format}`)}</p>
        </>
      )}
    </div>
  )
}
