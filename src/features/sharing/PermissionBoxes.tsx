import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Codename } from '#/api/kpi/permissions/codenames.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { boxesOf, type PermissionBox, type SelectedPermissions, toggle } from './custom-permissions.ts'
import classes from './sharing.module.css'

interface PermissionBoxesProps {
  ticked: SelectedPermissions
  /** Whether the person has access to some submissions only: kept until something wider is ticked. */
  isLimited?: boolean
  onChange: (ticked: Set<Codename>) => void
}

/** The raw permissions. What comes along with a ticked one is ticked and says so. */
export function PermissionBoxes({ ticked, isLimited = false, onChange }: PermissionBoxesProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const namesOf = (codenames: readonly Codename[]) =>
    format.list(codenames.map((codename) => t(`permission.${codename}`)))

  const explain = ({ codename, isOn, comesWith, against }: PermissionBox) => {
    if (comesWith.length > 0) return t('custom.comesWith', { permissions: namesOf(comesWith) })
    if (!isOn && against.length > 0) return t('custom.replaces', { permissions: namesOf(against) })
    return codename === 'partial_submissions' ? t('custom.kept') : undefined
  }

  return (
    <fieldset className={classes.boxes}>
      <legend>{t('custom.legend')}</legend>
      {boxesOf(ticked, isLimited).map((box) => (
        <Checkbox
          key={box.codename}
          label={t(`permission.${box.codename}`)}
          description={explain(box)}
          checked={box.isOn}
          disabled={box.comesWith.length > 0}
          onChange={() => onChange(toggle(ticked, box.codename))}
        />
      ))}
    </fieldset>
  )
}
