import { useTranslation } from 'react-i18next'
import type { ProjectOrder } from '#/api/kpi/assets/queries.ts'
import classes from './SortSelect.module.css'

interface SortSelectProps {
  ordering: ProjectOrder
  onOrder: (ordering: ProjectOrder) => void
}

const ORDERS = [
  '-date_modified',
  'date_modified',
  'name',
  '-name',
  'owner__username',
  '-owner__username',
  '_deployment_status',
  '-_deployment_status',
  '-date_deployed',
  'date_deployed',
  'settings__sector__value',
  '-settings__sector__value',
  'settings__description',
  '-settings__description',
] as const satisfies readonly ProjectOrder[]

/** The order of the list. Only on phones, where the list is cards: there are no column headers. */
export function SortSelect({ ordering, onOrder }: SortSelectProps) {
  const { t } = useTranslation('project-list')
  return (
    <select
      className={classes.sort}
      aria-label={t('sort.label')}
      value={ordering}
      onChange={({ currentTarget }) => onOrder(currentTarget.value as ProjectOrder)}
    >
      {ORDERS.map((order) => (
        <option key={order} value={order}>
          {t(`sort.${order}`)}
        </option>
      ))}
    </select>
  )
}
