import { ActionIcon, Button } from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { Trans } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import { conditionsOf } from '#/dataset/model/filter-operators.ts'
import { NO_FILTER, type RowFilter } from '#/dataset/query/filter.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './FilterBar.module.css'
import { PartText } from './FilterSummary.tsx'
import { type FilterBarProps, type FilterDraft, withoutPart } from './filter-draft.ts'

const FilterEditor = lazyPart(async () => (await import('./FilterEditor.tsx')).FilterEditor)

const ICON = { size: 14, stroke: 1.75, 'aria-hidden': true } as const

/** The button of the filter editor, and the conditions as texts, each with a button that removes it. */
export function FilterBar(props: FilterBarProps) {
  const { filter, columns, onFilterChange, requestedField, onRequestedFieldChange } = props
  const { t } = useDisplay()
  const [isEditing, setIsEditing] = useState(false)
  const { draft, setDraft, moveDraft } = useDraft(filter)
  const count = conditionsOf(filter).length
  const isOpen = isEditing || requestedField !== null
  const close = () => {
    setIsEditing(false)
    onRequestedFieldChange(null)
  }
  const remove = (index: number) => {
    const part = filter.parts[index]
    const next = { ...filter, parts: filter.parts.filter((_, other) => other !== index) }
    if (draft && part) moveDraft(withoutPart(draft, part), next)
    onFilterChange(next)
  }
  return (
    <>
      <Button
        variant="default"
        aria-haspopup="dialog"
        leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
        onClick={() => setIsEditing(true)}
      >
        {count === 0 ? t('filter.button') : t('filter.buttonCount', { count })}
      </Button>
      {(filter.parts.length > 0 || (draft && !isOpen)) && (
        <div className={classes.applied}>
          {filter.parts.length > 0 && (
            <ul className={classes.chips} aria-label={t('filter.label')}>
              {filter.parts.map((part, index) => (
                <Chip key={JSON.stringify(part)} onRemove={() => remove(index)}>
                  {index === 0 ? (
                    <PartText part={part} columns={columns} />
                  ) : (
                    <Trans
                      t={t}
                      i18nKey={`filter.joined.${filter.join}`}
                      components={{
                        join: <span className={classes.join} />,
                        condition: <PartText part={part} columns={columns} />,
                      }}
                    />
                  )}
                </Chip>
              ))}
            </ul>
          )}
          {draft && !isOpen && (
            <div className={classes.chip} data-draft>
              <Button variant="subtle" size="compact-sm" onClick={() => setIsEditing(true)}>
                {t('filter.draft')}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('filter.discard')}
                title={t('filter.discard')}
                onClick={() => setDraft(null)}
              >
                <IconX {...ICON} />
              </ActionIcon>
            </div>
          )}
          {filter.parts.length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => onFilterChange(NO_FILTER)}>
              {t('filter.clearAll')}
            </Button>
          )}
        </div>
      )}
      {isOpen && (
        <FilterEditor
          {...props}
          draft={draft}
          onDraftChange={setDraft}
          onClose={close}
          onFilterChange={(next) => {
            close()
            setDraft(null)
            onFilterChange(next)
          }}
        />
      )}
    </>
  )
}

/** What was changed in the editor and not applied. It belongs to the filter that it was made from. */
function useDraft(filter: RowFilter) {
  const [state, setState] = useState<{ draft: FilterDraft | null; filter: string }>({ draft: null, filter: '' })
  const moveDraft = (draft: FilterDraft | null, to: RowFilter) => setState({ draft, filter: JSON.stringify(to) })
  return {
    draft: state.filter === JSON.stringify(filter) ? state.draft : null,
    setDraft: (draft: FilterDraft | null) => moveDraft(draft, filter),
    moveDraft,
  }
}

interface ChipProps {
  onRemove: () => void
  children: ReactNode
}

function Chip({ onRemove, children }: ChipProps) {
  const { t } = useDisplay()
  const id = useId()
  return (
    <li className={classes.chip}>
      <span id={id}>{children}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t('filter.remove')}
        title={t('filter.remove')}
        aria-describedby={id}
        onClick={onRemove}
      >
        <IconX {...ICON} />
      </ActionIcon>
    </li>
  )
}
