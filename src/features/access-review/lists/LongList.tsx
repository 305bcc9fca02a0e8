import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './lists.module.css'

interface LongListProps<Item> {
  label: string
  items: readonly Item[]
  render: (item: Item) => ReactNode
}

/** Items drawn at once. */
const BATCH = 100

/** A list of which the rest is drawn when it is asked for. */
export function LongList<Item>({ label, items, render }: LongListProps<Item>) {
  const { t } = useTranslation('access')
  const [shown, setShown] = useState(BATCH)
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {items.slice(0, shown).map((item) => render(item))}
      </ul>
      {items.length > shown && (
        <Button className={classes.more ?? ''} variant="subtle" onClick={() => setShown(shown + BATCH)}>
          {t('list.more', { count: items.length - shown })}
        </Button>
      )}
    </>
  )
}
