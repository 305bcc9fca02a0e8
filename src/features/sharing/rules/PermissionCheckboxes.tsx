import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Codename } from '#/api/kpi/permissions/codenames.ts'
import { useFormat } from '#/i18n/use-format.ts'
import {
  type PermissionCheckbox,
  permissionCheckboxes,
  type SelectedPermissions,
  togglePermission,
} from './custom-permissions.ts'
import classes from '#/features/sharing/parts/sharing.module.css'

interface PermissionCheckboxesProps {
  selected: SelectedPermissions
  onChange: (checkedPermissions: Set<Codename>) => void
}

/** A checkbox for each permission. Implied ones are checked and disabled, with the reason. */
export function PermissionCheckboxes({ selected, onChange }: PermissionCheckboxesProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const namesOf = (codenames: readonly Codename[]) =>
    format.list(codenames.map((codename) => t(`permission.${codename}`)))

  const explain = ({ codename, isOn, impliedBy, contradicts }: PermissionCheckbox) => {
    if (impliedBy.length > 0) return t('custom.comesWith', { permissions: namesOf(impliedBy) })
    if (!isOn && contradicts.length > 0) return t('custom.replaces', { permissions: namesOf(contradicts) })
    return codename === 'partial_submissions' ? t('custom.limited') : undefined
  }

  return (
    <fieldset className={classes.boxes}>
      <legend>{t('custom.legend')}</legend>
      {permissionCheckboxes(selected).map((box) => (
        <Checkbox
          key={box.codename}
          label={t(`permission.${box.codename}`)}
          description={explain(box)}
          checked={box.isOn}
          disabled={box.impliedBy.length > 0}
          onChange={() => onChange(togglePermission(selected, box.codename))}
        />
      ))}
    </fieldset>
  )
}
