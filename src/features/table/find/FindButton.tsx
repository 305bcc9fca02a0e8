import { ActionIcon } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { isApple } from '#/lib/apple.ts'
import classes from './FindButton.module.css'
import { type FindStore, isFindOpen, openFind, useFind } from './find-store.ts'

/** Opens the search in the loaded rows. */
export function FindButton({ find }: { find: FindStore }) {
  const { t } = useDisplay()
  return (
    <ActionIcon
      variant="default"
      className={classes.button ?? ''}
      aria-label={t('find.open')}
      title={t('find.byKey', { keys: isApple() ? '⌘F' : 'Ctrl+F' })}
      aria-keyshortcuts="/"
      aria-expanded={useFind(find, isFindOpen)}
      onClick={() => openFind(find)}
    >
      <IconSearch size={16} stroke={1.75} aria-hidden />
    </ActionIcon>
  )
}
