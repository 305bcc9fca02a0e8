import { useTranslation } from 'react-i18next'
import { ROLES } from '#/api/kpi/permissions/roles.ts'
import { Card } from '#/ui/Card.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'

/** Explains the roles, in ascending order. */
export function RolesCard() {
  const { t } = useTranslation('sharing')
  return (
    <Card title={t('roles.title')}>
      <dl className={classes.roles}>
        {[...ROLES, 'custom' as const].map((role) => (
          <div key={role}>
            <dt>{t(`role.${role}`)}</dt>
            <dd>{t(`roles.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
