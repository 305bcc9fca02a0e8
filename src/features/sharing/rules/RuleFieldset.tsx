import { ActionIcon, Checkbox, Radio } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { FilterConditions } from '#/dataset/filter/FilterConditions.tsx'
import { newCondition } from '#/dataset/filter/filter-draft.ts'
import type { Form } from '#/dataset/model/form.ts'
import type { SourceCapabilities } from '#/dataset/sources/source.ts'
import { Name } from '#/features/sharing/parts/sentences.tsx'
import classes from '#/features/sharing/parts/sharing.module.css'
import { FilterCode } from './FilterText.tsx'
import { RuleNotes } from './RuleNotes.tsx'
import { RULE_CHOICES, toggleInRule } from './access-rules.ts'
import { filterOfRule, type RuleDraft, type RuleRows } from './rule-draft.ts'

interface RuleFieldsetProps {
  draft: RuleDraft
  /** Counts from 1. */
  number: number
  canRemove: boolean
  asset: Asset
  usernames: readonly string[]
  context: { form: Form; columns: ReadonlyMap<string, DataColumn>; username: string | null }
  operators: SourceCapabilities['operators']
  onChange: (draft: RuleDraft) => void
  onRemove: () => void
}

/** One rule: for which submissions it is, and what the user can do with them. */
export function RuleFieldset({ draft, number, canRemove, asset, context, ...props }: RuleFieldsetProps) {
  const { t } = useTranslation('sharing')
  const id = useId()
  const { rows, codenames, conditions, saved } = draft
  const { username } = context
  const { onChange, operators } = props
  const filter = filterOfRule(draft, context)
  const choices: RuleRows[] = [
    ...(saved && !saved.read && rows !== 'own' ? (['kept'] as const) : []),
    'own',
    'conditions',
  ]

  const choose = (next: RuleRows) => {
    const isEmpty = next === 'conditions' && conditions.parts.length === 0
    onChange({
      ...draft,
      rows: next,
      ...(isEmpty && { conditions: { ...conditions, parts: [newCondition(undefined, operators)] } }),
    })
  }

  return (
    <fieldset className={classes.rule} aria-labelledby={id}>
      <div className={classes.ruleHead}>
        <span id={id}>{t('rule.title', { number })}</span>
        {canRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('rule.remove', { number })}
            title={t('rule.remove', { number })}
            onClick={props.onRemove}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <Radio.Group
        label={t('rule.rows')}
        value={rows}
        onChange={(value) => choose(choices.find((one) => one === value) ?? rows)}
      >
        <div className={classes.ruleRows}>
          {choices.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={
                choice === 'own' && username !== null ? (
                  <Trans t={t} i18nKey="rule.own" components={{ name: <Name>{username}</Name> }} />
                ) : (
                  t(`rule.${choice === 'own' ? 'ownEach' : choice}`)
                )
              }
            />
          ))}
        </div>
      </Radio.Group>
      {rows === 'kept' && saved && <FilterCode filter={saved.filter} />}
      {rows === 'conditions' && (
        <FilterConditions
          draft={conditions}
          columns={context.columns}
          usernames={props.usernames}
          operators={operators}
          showsProblems={false}
          onChange={(next) => onChange({ ...draft, conditions: next })}
        />
      )}
      <Checkbox.Group label={t('rule.what')} value={[...codenames]}>
        <div className={classes.boxesInline}>
          <Checkbox value="view_submissions" label={t('permission.view_submissions')} checked disabled />
          {RULE_CHOICES.map((codename) => (
            <Checkbox
              key={codename}
              value={codename}
              label={t(`permission.${codename}`)}
              onChange={() => onChange({ ...draft, codenames: toggleInRule(codenames, codename) })}
            />
          ))}
        </div>
      </Checkbox.Group>
      {codenames.has('change_submissions') && <p className={classes.small}>{t('rule.adding')}</p>}
      {rows === 'conditions' && filter === null && <p className={classes.small}>{t('rule.incomplete')}</p>}
      {filter && <RuleNotes filter={filter} content={asset.content} />}
    </fieldset>
  )
}
