import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Possibility } from '#/features/project-actions/project-can.ts'
import { Note } from '#/ui/feedback/Note.tsx'

/** On how many of the chosen projects an action is possible, and why not on the others. Nothing where it is on all. */
export function Obstacles({ possible, obstacles }: Possibility) {
  const { t } = useTranslation('project-actions')
  if (obstacles.size === 0) return null
  const total = [...obstacles.values()].reduce((sum, count) => sum + count, possible.length)
  return (
    <Note hue="ochre" icon={IconInfoCircle} title={t('possible', { count: possible.length, total })}>
      {[...obstacles].map(([obstacle, count]) => (
        <p key={obstacle}>{t(`obstacle.${obstacle}`, { count })}</p>
      ))}
    </Note>
  )
}
