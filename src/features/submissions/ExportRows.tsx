import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ExportDialog.module.css'

interface ExportRowsProps {
  isFiltered: boolean
  count: number
  chosen: ReadonlySet<number>
  /** `null`: all that the filter finds. */
  ids: ReadonlySet<number> | null
  onIds: (ids: ReadonlySet<number> | null) => void
}

/** Which submissions: asked only where some are ticked. */
export function ExportRows({ isFiltered, count, chosen, ids, onIds }: ExportRowsProps) {
  const { t } = useTranslation('exporting')
  const all = t(isFiltered ? 'rows.match' : 'rows.all', { count })
  if (chosen.size === 0) return <p className={classes.text}>{all}</p>
  return (
    <Radio.Group
      label={t('rows.label')}
      value={ids ? 'chosen' : 'all'}
      onChange={(value) => onIds(value === 'chosen' ? chosen : null)}
    >
      <div className={classes.options}>
        <Radio value="chosen" label={t('rows.chosen', { count: chosen.size })} />
        <Radio value="all" label={all} />
      </div>
    </Radio.Group>
  )
}
