import { Input } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useDelayedPreload } from '#/ui/use-delayed-preload.ts'
import type { FindBarProps } from './FindBar.tsx'
import classes from './FindBar.module.css'
import { type FindStore, isFindOpen, textOf, useFind } from './find-store.ts'

const FindBar = lazyPart(async () => (await import('./FindBar.tsx')).FindBar, { namespaces: ['finding'] })

type FindProps = Omit<FindBarProps, 'opener' | 'field' | 'scopeId'>

/** The search bar above the rows, while it is open. */
export function Find(props: FindProps) {
  useDelayedPreload(FindBar.preload)
  const isOpen = useFind(props.find, isFindOpen)
  return isOpen && <OpenFind {...props} />
}

/** The field is there at once, so that it gets every character; what searches may come later. */
function OpenFind(props: FindProps) {
  const field = useRef<HTMLInputElement>(null)
  const scopeId = useId()
  const [opener] = useState(() => document.activeElement)
  return (
    <search className={classes.bar}>
      <FindField find={props.find} field={field} scopeId={scopeId} />
      <FindBar {...props} opener={opener} field={field} scopeId={scopeId} />
    </search>
  )
}

interface FindFieldProps extends Pick<FindBarProps, 'field' | 'scopeId'> {
  find: FindStore
}

function FindField({ find, field, scopeId }: FindFieldProps) {
  const { t } = useDisplay()
  const text = useFind(find, textOf)
  const openCount = useFind(find, (state) => state.openCount)
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [field, openCount])
  return (
    <Input
      ref={field}
      className={classes.field ?? ''}
      aria-label={t('find.label')}
      withAria={false} // the description is not part of the input
      aria-describedby={scopeId}
      placeholder={t('find.label')}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="next"
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      value={text}
      onChange={({ currentTarget }) => find.set({ ...find.get(), text: currentTarget.value })}
    />
  )
}
