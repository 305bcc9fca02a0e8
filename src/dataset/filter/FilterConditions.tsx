import { Button } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { SourceCapabilities } from '#/dataset/sources/source.ts'
import { AndOrControl } from './AndOrControl.tsx'
import { ConditionRow } from './ConditionRow.tsx'
import classes from './FilterEditor.module.css'
import { type ConditionDraft, conditionsOfDraft, type FilterDraft, newCondition } from './filter-draft.ts'

interface FilterConditionsProps {
  draft: FilterDraft
  columns: ReadonlyMap<string, DataColumn>
  /** Usernames to suggest. */
  usernames: readonly string[]
  operators: SourceCapabilities['operators']
  showsProblems: boolean
  onChange: (draft: FilterDraft) => void
}

/** The conditions of a filter and their groups, with buttons that add some. */
export function FilterConditions({ draft, operators, onChange, ...row }: FilterConditionsProps) {
  const { t } = useDisplay()
  const last = conditionsOfDraft(draft).at(-1)
  const addCondition = () => newCondition(undefined, operators)
  const setParts = (parts: FilterDraft['parts']) => onChange({ ...draft, parts })
  /** `null` removes it. */
  const replace = (key: string, next: FilterDraft['parts'][number] | null) =>
    setParts(draft.parts.flatMap((part) => (part.key !== key ? [part] : next ? [next] : [])))
  const rowOf = (condition: ConditionDraft, set: (next: ConditionDraft | null) => void) => (
    <ConditionRow
      key={condition.key}
      condition={condition}
      columns={row.columns}
      usernames={row.usernames}
      showsProblem={row.showsProblems}
      takesFocus={condition === last}
      onChange={set}
      onRemove={() => set(null)}
    />
  )
  return (
    <>
      {draft.parts.length > 1 && <AndOrControl value={draft.join} onChange={(join) => onChange({ ...draft, join })} />}
      {draft.parts.map((part) =>
        'conditions' in part ? (
          <fieldset key={part.key} className={classes.group}>
            <legend>{t('filter.group')}</legend>
            <AndOrControl value={part.join} onChange={(join) => replace(part.key, { ...part, join })} />
            {part.conditions.map((condition) =>
              rowOf(condition, (next) => {
                const conditions = part.conditions.flatMap((other) =>
                  other.key !== condition.key ? [other] : next ? [next] : [],
                )
                replace(part.key, conditions.length > 0 ? { ...part, conditions } : null)
              }),
            )}
            <AddButton
              label={t('filter.addToGroup')}
              onClick={() => replace(part.key, { ...part, conditions: [...part.conditions, addCondition()] })}
            />
          </fieldset>
        ) : (
          rowOf(part, (next) => replace(part.key, next))
        ),
      )}
      <div className={classes.add}>
        <AddButton label={t('filter.add')} onClick={() => setParts([...draft.parts, addCondition()])} />
        <AddButton
          label={t('filter.addGroup')}
          onClick={() => setParts([...draft.parts, { key: randomId(), join: 'or', conditions: [addCondition()] }])}
        />
      </div>
    </>
  )
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="subtle" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  )
}
