import { Radio } from '@mantine/core'
import { useDisplay } from '#/dataset/answers/display.ts'
import classes from './FilterEditor.module.css'

interface AndOrControlProps {
  value: 'and' | 'or'
  onChange: (join: 'and' | 'or') => void
}

/** Whether all conditions must match, or any of them. */
export function AndOrControl({ value, onChange }: AndOrControlProps) {
  const { t } = useDisplay()
  return (
    <Radio.Group
      label={t('filter.joinLabel')}
      value={value}
      onChange={(join) => onChange(join === 'or' ? 'or' : 'and')}
    >
      <div className={classes.boxes}>
        <Radio value="and" label={t('filter.all')} />
        <Radio value="or" label={t('filter.any')} />
      </div>
    </Radio.Group>
  )
}
