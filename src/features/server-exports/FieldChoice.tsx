import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isolate } from '#/lib/bidi.ts'
import { ListPicker } from '#/ui/ListPicker.tsx'
import classes from './server-exports.module.css'

/** A question, a note on a question, or metadata: its name on the server, and its label. */
export interface FieldOption {
  value: string
  label: string
}

interface FieldChoiceProps {
  options: readonly FieldOption[]
  /** `null`: all. */
  chosen: readonly string[] | null
  onChoice: (chosen: readonly string[] | null) => void
}

/** All columns, or some that are picked from a list. */
export function FieldChoice({ options, chosen, onChoice }: FieldChoiceProps) {
  const { t } = useTranslation('server-exports')
  const toggle = (value: string) => {
    const now = chosen ?? []
    onChoice(now.includes(value) ? now.filter((one) => one !== value) : [...now, value])
  }
  return (
    <div className={classes.fields}>
      <Radio.Group
        label={t('fields.label')}
        value={chosen === null ? 'all' : 'some'}
        onChange={(value) => onChoice(value === 'all' ? null : [])}
      >
        <div className={classes.options}>
          <Radio value="all" label={t('fields.all')} />
          <Radio value="some" label={t('fields.some')} />
        </div>
      </Radio.Group>
      {chosen !== null && (
        <ListPicker
          label={t('fields.search')}
          options={options}
          selected={chosen}
          error={chosen.length === 0 && t('fields.none')}
          nothingFound={t('fields.nothing')}
          removeLabel={(label) => t('fields.remove', { label: isolate(label) })}
          onPick={toggle}
        />
      )}
    </div>
  )
}
