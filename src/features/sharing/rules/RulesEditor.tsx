import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { PartialPermission } from '#/api/kpi/permissions/partial.ts'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { columnsOf, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { ALL_OPERATORS, emptyTest, filterColumns } from '#/dataset/model/filter-operators.ts'
import { RowSourceProvider } from '#/dataset/provider/row-source.ts'
import { useKpiSource } from '#/dataset/provider/use-kpi-source.ts'
import { isRelative } from '#/dataset/query/filter-days.ts'
import classes from '#/features/sharing/parts/sharing.module.css'
import { RuleFieldset } from './RuleFieldset.tsx'
import { RulePreview } from './RulePreview.tsx'
import { draftRules, newRule, partialOfDrafts, type RuleDraft } from './rule-draft.ts'

interface RulesEditorProps {
  asset: Asset
  /** `null`: for each of several users. */
  username: string | null
  /** The rules when editing began. */
  initial: readonly PartialPermission[]
  /** Usernames to suggest. */
  usernames: readonly string[]
  /** `null`: a rule is incomplete. */
  onChange: (partial: PartialPermission[] | null) => void
}

/** A rule is stored as it is: "today" would stay the day on which it was saved. */
const OPERATORS = new Set(ALL_OPERATORS.filter((op) => !isRelative(emptyTest(op))))

/** The rules for which submissions a user can see and change. */
export function RulesEditor({ asset, username, initial, usernames, onChange }: RulesEditorProps) {
  const { t } = useTranslation('sharing')
  const kpi = useKpiSource(asset)
  const source = useMemo(() => ({ ...kpi, can: { ...kpi.can, operators: OPERATORS } }), [kpi])
  const { form } = source
  const columns = useMemo(() => filterColumns(SYSTEM_COLUMNS, columnsOf(form)), [form])
  const display = useNewDisplay(0)
  const [drafts, setDrafts] = useState(() => draftRules(initial, { form, username }))
  const context = { form, columns, username }

  const change = (next: RuleDraft[]) => {
    setDrafts(next)
    onChange(partialOfDrafts(next, context))
  }
  const replace = (key: string, next: RuleDraft | null) =>
    change(drafts.flatMap((draft) => (draft.key !== key ? [draft] : next ? [next] : [])))

  return (
    <RowSourceProvider value={source}>
      <DisplayProvider value={display}>
        <div className={classes.rules}>
          <p className={classes.small}>{t('rule.help')}</p>
          {drafts.map((draft, index) => (
            <RuleFieldset
              key={draft.key}
              draft={draft}
              number={index + 1}
              canRemove={drafts.length > 1}
              asset={asset}
              usernames={usernames}
              context={context}
              operators={OPERATORS}
              onChange={(next) => replace(draft.key, next)}
              onRemove={() => replace(draft.key, null)}
            />
          ))}
          <div>
            <Button
              variant="subtle"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => change([...drafts, { ...newRule(), rows: 'conditions' }])}
            >
              {t('rule.add')}
            </Button>
          </div>
          {username !== null && <RulePreview asset={asset} partial={partialOfDrafts(drafts, context)} />}
        </div>
      </DisplayProvider>
    </RowSourceProvider>
  )
}
