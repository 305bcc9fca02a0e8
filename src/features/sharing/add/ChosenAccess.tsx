import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { savedAccess } from '#/api/kpi/permissions/plan-access.ts'
import { NO_ACCESS } from '#/api/kpi/permissions/people.ts'
import { ManagerWarning } from '#/features/sharing/parts/ManagerWarning.tsx'
import { PersonSentence } from '#/features/sharing/parts/PersonSentence.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'
import { LazyRulesEditor } from '#/features/sharing/rules/LazyRulesEditor.tsx'
import { PermissionCheckboxes } from '#/features/sharing/rules/PermissionCheckboxes.tsx'
import { type AccessChoice, accessChoice } from './access-choice.ts'

interface ChosenAccessProps {
  asset: Asset
  choice: AccessChoice
  /** Those who are to be added, as they were typed. */
  names: readonly string[]
  /** Usernames to suggest in rules. */
  usernames: readonly string[]
  onChange: (choice: AccessChoice) => void
}

/** A sentence for each of more people than these would hide what is below. */
const MAX_SENTENCES = 3

/** The permissions of a custom choice, and in a sentence what the people will be able to do. */
export function ChosenAccess({ asset, choice, names, usernames, onChange }: ChosenAccessProps) {
  const { t } = useTranslation('sharing')
  const { held, partial } = accessChoice(choice)
  const access = savedAccess(NO_ACCESS, { held, partial: partial ?? [] })
  const said =
    names.length === 0
      ? [t('add.thisPerson')]
      : names.length > MAX_SENTENCES
        ? [t('add.eachOf', { count: names.length })]
        : names
  return (
    <>
      {choice.role === 'custom' && (
        <PermissionCheckboxes selected={choice.checked} onChange={(checked) => onChange({ ...choice, checked })} />
      )}
      {held.has('partial_submissions') && (
        <LazyRulesEditor
          asset={asset}
          username={null}
          initial={[]}
          usernames={usernames}
          onChange={(rules) => onChange({ ...choice, rules })}
        />
      )}
      <div className={classes.consequences}>
        {held.size === 0 ? (
          <p>{t('change.tickOne')}</p>
        ) : (
          said.map((name) => (
            <p key={name}>
              <PersonSentence name={name} access={access} />
            </p>
          ))
        )}
        {choice.role === 'collector' && <p>{t('change.becomesBlind')}</p>}
        {held.has('manage_asset') && <ManagerWarning />}
      </div>
    </>
  )
}
