import { Button, VisuallyHidden } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import type { SourceCapabilities } from '#/dataset/sources/source.ts'
import { SidePanel } from '#/ui/SidePanel.tsx'
import { FilterConditions } from './FilterConditions.tsx'
import classes from './FilterEditor.module.css'
import {
  conditionsOfDraft,
  draftOf,
  type FilterBarProps,
  type FilterDraft,
  filterOf,
  isChanged,
  isComplete,
  newCondition,
} from './filter-draft.ts'

interface FilterEditorProps extends FilterBarProps {
  /** What was changed before and not applied. */
  draft: FilterDraft | null
  /** Called when the editor closes without applying the filter; `null`: nothing has changed. */
  onDraftChange: (draft: FilterDraft | null) => void
  onClose: () => void
}

/** Milliseconds after the last change of a draft before its rows are counted: each time is a request for rows. */
const PREVIEW_DELAY = 500

/** Edits a filter in a side panel. Shows how many rows match before the filter is applied. */
export function FilterEditor(props: FilterEditorProps) {
  const { filter, count: appliedCount, columns, usernames, onFilterChange, pageOf } = props
  const { t } = useDisplay()
  const source = useRowSource()
  const { operators } = source.can
  const form = useForm<FilterDraft>({ initialValues: initialDraft(props, operators) })
  const [draft] = useDebouncedValue(form.values, PREVIEW_DELAY)
  const draftFilter = useMemo(() => filterOf(draft, columns), [draft, columns])
  const isApplied = JSON.stringify(draftFilter) === JSON.stringify(filterOf(draftOf(filter), columns))
  const isDraftComplete = conditionsOfDraft(draft).every((condition) => isComplete(condition, columns))
  const { placeholderData: _, ...page } = pageOf(draftFilter)
  const preview = useQuery({ ...page, enabled: isDraftComplete && !isApplied, meta: { showsError: true } })
  const draftCount = !isDraftComplete ? null : isApplied ? appliedCount : (preview.data?.count ?? null)
  // `null` while the count belongs to a former draft.
  const count = draft === form.values ? draftCount : null
  const [showsProblems, setShowsProblems] = useState(false)

  const apply = () => {
    const isReady = conditionsOfDraft(form.values).every((condition) => isComplete(condition, columns))
    if (!isReady) return setShowsProblems(true)
    onFilterChange(filterOf(form.values, columns))
  }
  const close = () => {
    props.onDraftChange(isChanged(form.values, filter) ? form.values : null)
    props.onClose()
  }

  return (
    <SidePanel title={t('filter.title')} onClose={close}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <FilterConditions
          draft={form.values}
          columns={columns}
          usernames={usernames}
          operators={operators}
          showsProblems={showsProblems}
          onChange={(next) => form.setValues(next)}
        />
        <div className={classes.actions}>
          {filter.parts.length > 0 && (
            <Button variant="default" onClick={() => onFilterChange(NO_FILTER)}>
              {t('filter.clear')}
            </Button>
          )}
          <Button type="submit" className={classes.apply}>
            {count === null ? t('filter.show') : t('filter.showCount', { count })}
          </Button>
          <VisuallyHidden role="status">{count !== null && t('filter.found', { count })}</VisuallyHidden>
        </div>
      </form>
    </SidePanel>
  )
}

/** What was changed before, or the filter; with a new condition where there is none, or one for a column is asked for. */
function initialDraft(
  { draft, filter, columns, requestedField }: FilterEditorProps,
  operators: SourceCapabilities['operators'],
): FilterDraft {
  const before = draft ?? draftOf(filter)
  if (requestedField === null && before.parts.length > 0) return before
  return { ...before, parts: [...before.parts, newCondition(columns.get(requestedField ?? ''), operators)] }
}
