import { type Codename, CODENAMES, contradicts, impliedBy } from '#/api/kpi/permissions/codenames.ts'

/** The ticks as they are set by hand; what they bring along is worked out. */
export type SelectedPermissions = ReadonlySet<Codename>

/** One box: whether it is ticked, and why nobody can untick it. */
export interface PermissionBox {
  codename: Codename
  isOn: boolean
  /** The ticked ones that bring it along. While there are any, it stays on. */
  comesWith: Codename[]
  /** The ticked ones that it cannot stand beside: ticking it takes them away. */
  against: Codename[]
}

/** Limited access cannot be made here, only kept: its box is there for those who have it. */
export const boxesOf = (ticked: SelectedPermissions, isLimited: boolean): PermissionBox[] =>
  CODENAMES.filter((codename) => codename !== 'partial_submissions' || isLimited).map((codename) => {
    const comesWith = strongest([...ticked].filter((other) => impliedBy(other).includes(codename)))
    return {
      codename,
      isOn: ticked.has(codename) || comesWith.length > 0,
      comesWith,
      against: [...ticked].filter((other) => contradicts(codename, other)),
    }
  })

/** Without those that come along with another of them. */
const strongest = (codenames: readonly Codename[]) =>
  codenames.filter((codename) => !codenames.some((other) => impliedBy(other).includes(codename)))

/** Ticks or unticks one. Those that cannot stand beside a ticked one go, as on the server [0610-0612]. */
export function toggle(ticked: SelectedPermissions, codename: Codename): Set<Codename> {
  if (ticked.has(codename)) return new Set([...ticked].filter((other) => other !== codename))
  return new Set([...ticked, codename].filter((other) => !contradicts(codename, other)))
}
