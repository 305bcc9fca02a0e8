import { type Codename, CODENAMES, contradicts, impliedBy } from '#/api/kpi/permissions/codenames.ts'

/** The permissions that the user has selected, without implied ones. */
export type SelectedPermissions = ReadonlySet<Codename>

/** A checkbox: whether it is checked, and why it cannot be unchecked. */
export interface PermissionCheckbox {
  codename: Codename
  isOn: boolean
  /** The selected permissions that imply it, so that it cannot be unchecked. */
  impliedBy: Codename[]
  /** The selected permissions that it contradicts: selecting it deselects them. */
  contradicts: Codename[]
}

/** The checkboxes of all permissions. */
export const permissionCheckboxes = (selected: SelectedPermissions): PermissionCheckbox[] =>
  CODENAMES.map((codename) => {
    const implying = strongest([...selected].filter((other) => impliedBy(other).includes(codename)))
    return {
      codename,
      isOn: selected.has(codename) || implying.length > 0,
      impliedBy: implying,
      contradicts: [...selected].filter((other) => contradicts(codename, other)),
    }
  })

/** Removes permissions that another one implies. */
const strongest = (codenames: readonly Codename[]) =>
  codenames.filter((codename) => !codenames.some((other) => impliedBy(other).includes(codename)))

/** Selects or deselects a permission. Selecting one deselects those that it contradicts, as on the server [0610-0612]. */
export function togglePermission(selected: SelectedPermissions, codename: Codename): Set<Codename> {
  if (selected.has(codename)) return new Set([...selected].filter((other) => other !== codename))
  return new Set([...selected, codename].filter((other) => !contradicts(codename, other)))
}
