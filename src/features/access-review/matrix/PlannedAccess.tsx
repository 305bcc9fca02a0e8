import type { PublicAccessState } from '#/api/kpi/permissions/access-summary.ts'
import { useTranslation } from 'react-i18next'
import { useAccessName } from '#/features/access-review/AccessMark.tsx'
import { nameOfAccess } from '#/features/access-review/model/role-of-access.ts'
import type { Standing } from '#/features/access-review/model/review.ts'
import type { PlannedChange } from '#/features/access-review/plan/plan.ts'
import classes from './AccessMatrix.module.css'

/** What a person has now, struck, above what is planned. */
export function PlannedAccess({ standing, change }: { standing: Standing; change: PlannedChange }) {
  const nameOf = useAccessName()
  const now = standing === 'owner' ? 'owner' : standing ? nameOfAccess(standing) : 'none'
  return (
    <span className={classes.planned}>
      <del>{nameOf(now)}</del>
      <ins>{nameOf(change.to.size === 0 ? 'none' : nameOfAccess({ held: change.to }))}</ins>
    </span>
  )
}

/** Public access that is planned to end. */
export function PlannedPublic({ state }: { state: PublicAccessState }) {
  const { t } = useTranslation('access')
  return (
    <span className={classes.planned}>
      <del>{t(`public.${state}`)}</del>
      <ins>{t('public.none')}</ins>
    </span>
  )
}
