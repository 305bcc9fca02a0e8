import { Radio } from '@mantine/core'
import { useReading } from '#/dataset/answers/display.ts'
import classes from './FilterEditor.module.css'

interface JoinControlProps {
  value: 'and' | 'or'
  onChange: (join: 'and' | 'or') => void
}

/** Whether all lines must fit, or any of them. */
export function JoinControl({ value, onChange }: JoinControlProps) {
  const { t } = useReading()
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
