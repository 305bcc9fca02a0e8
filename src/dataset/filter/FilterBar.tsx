import { ActionIcon, Button } from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { conditionsOf } from '#/dataset/model/filter-operators.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { ConditionText } from './ConditionText.tsx'
import classes from './FilterBar.module.css'
import { type FilterBarProps } from './filter-draft.ts'

const FilterEditor = lazyPart(async () => (await import('./FilterEditor.tsx')).FilterEditor)

/** What is looked for, in words, each of them to be taken away; and the way to change it. */
export function FilterBar(props: FilterBarProps) {
  const { filter, columns, onFilter, asked, onAsked } = props
  const { t } = useDisplay()
  const [isEditing, setIsEditing] = useState(false)
  const count = conditionsOf(filter).length
  const close = () => {
    setIsEditing(false)
    onAsked(null)
  }
  const without = (index: number) => ({ ...filter, parts: filter.parts.filter((_, at) => at !== index) })
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
      {filter.parts.length > 0 && (
        <ul className={classes.chips} aria-label={t('filter.label')}>
          {filter.parts.map((part, index) => {
            const conditions = 'conditions' in part ? part.conditions : [part]
            const join = 'conditions' in part ? part.join : 'and'
            return (
              <Chip key={JSON.stringify(part)} onRemove={() => onFilter(without(index))}>
                {index > 0 && <span className={classes.join}>{t(`filter.join.${filter.join}`)} </span>}
                {conditions.map((condition, at) => (
                  <span key={JSON.stringify(condition)}>
                    {at > 0 && ` ${t(`filter.join.${join}`)} `}
                    <ConditionText condition={condition} column={columns.get(condition.field)} />
                  </span>
                ))}
              </Chip>
            )
          })}
        </ul>
      )}
      {(isEditing || asked !== null) && (
        <FilterEditor
          {...props}
          onClose={close}
          onFilter={(next) => {
            close()
            onFilter(next)
          }}
        />
      )}
    </>
  )
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
        aria-describedby={id}
        onClick={onRemove}
      >
        <IconX size={14} stroke={1.75} aria-hidden />
      </ActionIcon>
    </li>
  )
}
