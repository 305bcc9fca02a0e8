import { ActionIcon } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useReading } from '#/dataset/answers/display.ts'
import classes from './FindButton.module.css'
import { type FindStore, isFinding, openFind, useFinding } from './find-store.ts'

/** Looks for something in the rows that are there. */
export function FindButton({ find }: { find: FindStore }) {
  const { t } = useReading()
  return (
    <ActionIcon
      variant="default"
      className={classes.square ?? ''}
      aria-label={t('find.open')}
      title={t('find.byKey')}
      aria-expanded={useFinding(find, isFinding)}
      onClick={() => openFind(find)}
    >
      <IconSearch size={16} stroke={1.75} aria-hidden />
    </ActionIcon>
  )
}
