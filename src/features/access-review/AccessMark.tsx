import { IconAdjustmentsHorizontal, IconKey } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './AccessMark.module.css'
import { levelOf, type NamedAccess, nameOfAccess } from './model/role-of-access.ts'
import type { Standing } from './model/review.ts'

/** From least to most rights, as five bars of which some are filled. Decorative: the role stands beside it. */
export function Meter({ level }: { level: number }) {
  return <span className={classes.meter} data-level={level} aria-hidden />
}

export type AccessName = ReturnType<typeof useAccessName>

/** The name of an access in words: the same function until the language changes. */
export function useAccessName() {
  const { t } = useTranslation(['access', 'sharing'])
  return useCallback(
    (name: NamedAccess | 'owner' | 'none') =>
      name === 'some' || name === 'none' ? t(`access:role.${name}`) : t(`sharing:role.${name}`),
    [t],
  )
}

interface AccessMarkProps {
  standing: Standing
  /** From `useAccessName`, once for the hundreds of marks of a matrix. */
  nameOf: AccessName
}

/** What a person can do in a project: bars or an icon, and the role in words. */
export function AccessMark({ standing, nameOf }: AccessMarkProps) {
  if (standing === undefined) return <span className={classes.none}>{nameOf('none')}</span>
  const name = standing === 'owner' ? 'owner' : nameOfAccess(standing)
  const level = name === 'owner' ? null : levelOf(name)
  const Icon = name === 'owner' ? IconKey : IconAdjustmentsHorizontal
  return (
    <span className={classes.mark}>
      {level === null ? <Icon className={classes.icon} size={14} stroke={1.75} aria-hidden /> : <Meter level={level} />}
      <span className={classes.word}>{nameOf(name)}</span>
    </span>
  )
}
