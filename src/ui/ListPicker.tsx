import { Button, Combobox, TextInput, useCombobox } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import { IconCheck, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { matchesSearch } from '#/lib/fold-text.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import classes from './ListPicker.module.css'

interface ListPickerProps {
  label: string
  placeholder?: string
  options: readonly { value: string; label: string }[]
  /** The selected values. Each is also shown above the list, with a button that removes it. */
  selected?: readonly string[]
  error?: ReactNode
  /** Said where no option matches the search. */
  nothingFound: string
  /** The name of the button that removes a selected value. */
  removeLabel?: (label: string) => string
  /** Takes the focus when it appears. */
  takesFocus?: boolean
  onPick: (value: string) => void
  /** Called with a text that is none of the options. Without it only options can be picked. */
  onAdd?: (text: string) => void
}

/** Options listed at once; the search finds the others. */
const MAX_OPTIONS = 200

/** A search field with its options below, in the flow of the page, so that they cover nothing. */
export function ListPicker(props: ListPickerProps) {
  const {
    label,
    placeholder,
    options,
    selected = [],
    error,
    nothingFound,
    removeLabel,
    takesFocus,
    onPick,
    onAdd,
  } = props
  const locale = useLocale()
  const combobox = useCombobox({ opened: true })
  useMounted() // renders again once the id of the list is known, which the field refers to
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [search, setSearch] = useState('')
  const matching = options.filter((option) => matchesSearch([option.label], search, locale)).slice(0, MAX_OPTIONS)
  const typed = search.trim()
  const canAdd = onAdd !== undefined && typed !== '' && options.every(({ value }) => value !== typed)

  // As late as the focus trap of a dialog, which would take the focus from what comes after a fast choice.
  useEffect(() => {
    if (!takesFocus) return
    const timer = setTimeout(() => field.current?.focus())
    return () => clearTimeout(timer)
  }, [takesFocus])
  const { selectFirstOption, resetSelectedOption } = combobox
  useEffect(() => {
    if (typed === '') resetSelectedOption()
    else selectFirstOption()
  }, [typed, selectFirstOption, resetSelectedOption])

  const pick = (value: string) => {
    setSearch('')
    if (canAdd && value === typed) onAdd(value)
    else onPick(value)
  }
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? value
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal={false}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          ref={field}
          label={label}
          placeholder={placeholder}
          error={error}
          autoComplete="off"
          data-autofocus={takesFocus || undefined}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </Combobox.EventsTarget>
      {selected.length > 0 && (
        <ul className={classes.selected}>
          {selected.map((value) => (
            <li key={value}>
              <Button
                variant="default"
                size="compact-sm"
                rightSection={<IconX size={14} stroke={1.75} aria-hidden />}
                aria-label={removeLabel?.(labelOf(value))}
                onClick={() => onPick(value)}
              >
                <bdi>{labelOf(value)}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.list}>
        <Combobox.Options
          id={listId}
          className={classes.options}
          aria-label={label}
          {...(selected.length > 0 && { 'aria-multiselectable': true })}
        >
          {matching.map(({ value, label: text }) => (
            <Combobox.Option
              key={value}
              value={value}
              className={classes.option}
              aria-selected={selected.includes(value)}
            >
              <bdi>{text}</bdi>
              {selected.includes(value) && <IconCheck size={16} stroke={1.75} aria-hidden />}
            </Combobox.Option>
          ))}
          {canAdd && (
            <Combobox.Option value={typed}>
              <bdi>{typed}</bdi>
            </Combobox.Option>
          )}
        </Combobox.Options>
        {matching.length === 0 && !canAdd && <p className={classes.none}>{nothingFound}</p>}
      </div>
    </Combobox>
  )
}
