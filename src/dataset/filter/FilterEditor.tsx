import { Button, VisuallyHidden } from '@mantine/core'
import { useForm } from '@mantine/form'
import { randomId, useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import { problemOf } from '#/dataset/model/filter-operators.ts'
import type { Condition, SubmissionFilter } from '#/dataset/query/filter.ts'
import { toDataQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { SidePanel } from '#/ui/SidePanel.tsx'
import { AndOrControl } from './AndOrControl.tsx'
import { ConditionRow, newLine } from './ConditionRow.tsx'
import classes from './FilterEditor.module.css'
import type { FilterBarProps, Group, Line } from './filter-draft.ts'

interface FilterEditorProps extends FilterBarProps {
  onClose: () => void
}

interface Draft {
  join: SubmissionFilter['join']
  parts: (Line | Group)[]
}

const withKey = (condition: Condition): Line => ({ ...condition, key: randomId() })
const isSound = (condition: Condition) => condition.field !== '' && problemOf(condition) === null

/** Says what to look for, line by line, with the count before anything is applied. */
export function FilterEditor({ asset, filter, columns, people, onFilter, onClose, asked }: FilterEditorProps) {
  const { t } = useDisplay()
  const form = useForm<Draft>({
    initialValues: {
      join: filter.join,
      parts: [...filter.parts, ...(asked !== null || filter.parts.length === 0 ? [newLine(columns, asked)] : [])].map(
        (part) =>
          'conditions' in part
            ? { key: randomId(), join: part.join, lines: part.conditions.map(withKey) }
            : withKey(part),
      ),
    },
  })
  const [draft] = useDebouncedValue(form.values, 300)
  const wanted = useMemo(() => soundOf(draft), [draft])
  const query = useMemo(() => toDataQuery(wanted, asset.content), [wanted, asset])
  const found = useQuery(submissionQueries.count(asset.uid, query))
  // Never the count of what was written before.
  const count = draft === form.values ? (found.data ?? null) : null
  const [isTried, setIsTried] = useState(false)
  const lines = form.values.parts.flatMap((part) => ('lines' in part ? part.lines : [part]))

  const apply = () => {
    if (lines.some((line) => !isSound(line))) return setIsTried(true)
    onFilter(soundOf(form.values))
  }

  return (
    <SidePanel title={t('filter.title')} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        {form.values.parts.length > 1 && (
          <AndOrControl value={form.values.join} onChange={(join) => form.setFieldValue('join', join)} />
        )}
        {form.values.parts.map((part, index) =>
          'lines' in part ? (
            <fieldset key={part.key} className={classes.group}>
              <legend>{t('filter.group')}</legend>
              <AndOrControl value={part.join} onChange={(join) => form.setFieldValue(`parts.${index}.join`, join)} />
              {part.lines.map((line, at) => (
                <ConditionRow
                  key={line.key}
                  line={line}
                  columns={columns}
                  people={people}
                  showsProblem={isTried}
                  onChange={(next) => form.setFieldValue(`parts.${index}.lines.${at}`, next)}
                  onRemove={() =>
                    part.lines.length > 1
                      ? form.removeListItem(`parts.${index}.lines`, at)
                      : form.removeListItem('parts', index)
                  }
                />
              ))}
              <AddButton
                label={t('filter.addToGroup')}
                onClick={() => form.insertListItem(`parts.${index}.lines`, withKey(newLine(columns)))}
              />
            </fieldset>
          ) : (
            <ConditionRow
              key={part.key}
              line={part}
              columns={columns}
              people={people}
              showsProblem={isTried}
              onChange={(next) => form.setFieldValue(`parts.${index}`, next)}
              onRemove={() => form.removeListItem('parts', index)}
            />
          ),
        )}
        <div className={classes.add}>
          <AddButton label={t('filter.add')} onClick={() => form.insertListItem('parts', withKey(newLine(columns)))} />
          <AddButton
            label={t('filter.addGroup')}
            onClick={() =>
              form.insertListItem('parts', { key: randomId(), join: 'or', lines: [withKey(newLine(columns))] })
            }
          />
        </div>
        <div className={classes.actions}>
          <Button type="submit">{count === null ? t('filter.show') : t('filter.showCount', { count })}</Button>
          {filter.parts.length > 0 && (
            <Button variant="default" onClick={() => onFilter({ join: 'and', parts: [] })}>
              {t('filter.clear')}
            </Button>
          )}
          <VisuallyHidden role="status">{count !== null && t('filter.found', { count })}</VisuallyHidden>
        </div>
      </form>
    </SidePanel>
  )
}

/** What can be asked of a draft as it stands. */
function soundOf({ join, parts }: Draft): SubmissionFilter {
  const clean = (line: Line): Condition[] => (isSound(line) ? [{ field: line.field, test: line.test }] : [])
  return {
    join,
    parts: parts.flatMap((part): SubmissionFilter['parts'] => {
      if (!('lines' in part)) return clean(part)
      const conditions = part.lines.flatMap(clean)
      return conditions.length === 0 ? [] : [{ join: part.join, conditions }]
    }),
  }
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="subtle" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  )
}
