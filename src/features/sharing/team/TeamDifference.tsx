import { useTranslation } from 'react-i18next'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { PersonSentence } from '#/features/sharing/parts/PersonSentence.tsx'
import { Sentence } from '#/features/sharing/parts/sentences.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'
import { Limits } from '#/features/sharing/rules/Limits.tsx'
import { useFormat } from '#/i18n/use-format.ts'
import type { TeamPlan } from './team-changes.ts'

interface TeamDifferenceProps {
  plan: TeamPlan
  /** Of the project that is changed: its questions are those of the rules. */
  content: FormContent
}

/** Who would be added, changed and removed, each in a sentence. */
export function TeamDifference({ plan: { changes, skipped }, content }: TeamDifferenceProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  return (
    <div role="status" className={classes.difference}>
      {(['new', 'changed', 'removed'] as const).map((kind) => {
        const own = changes.filter((change) => change.kind === kind)
        return (
          own.length > 0 && (
            <section key={kind}>
              <h3>{t(`team.kind.${kind}`, { count: own.length })}</h3>
              <ul>
                {own.map(({ username, to }) => (
                  <li key={username}>
                    {kind === 'removed' ? (
                      <Sentence of="remove.closed" name={username} />
                    ) : (
                      <PersonSentence name={username} access={to} />
                    )}
                    <Limits partial={to.partial} content={content} />
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
      {changes.length === 0 && <p>{t('team.noDifference')}</p>}
      {skipped.length > 0 && <p>{t('team.skipped', { count: skipped.length, names: format.list(skipped) })}</p>}
    </div>
  )
}
