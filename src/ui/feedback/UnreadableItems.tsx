import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconFileUnknown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { redact } from '#/lib/redact.ts'
import classes from './UnreadableItems.module.css'

interface UnreadableItem {
  /** Its id on the server; `null` if the id is unreadable, too. */
  id: string | null
  /** As the server sent it. */
  raw: unknown
}

interface UnreadableItemsProps {
  kind:
    'project' | 'submission' | 'permission' | 'question' | 'invite' | 'member' | 'view' | 'service' | 'export' | 'entry'
  items: readonly UnreadableItem[]
}

/** Lists the items of a response that are unreadable, so that no item is missing unnoticed. */
export function UnreadableItems({ kind, items }: UnreadableItemsProps) {
  const { t } = useTranslation('errors')
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('unreadableItems')}>
      {items.map((item, index) => (
        <Item key={item.id ?? index} kind={kind} {...item} />
      ))}
    </ul>
  )
}

function Item({ kind, id, raw }: UnreadableItem & Pick<UnreadableItemsProps, 'kind'>) {
  const { t } = useTranslation(['errors', 'common'])
  const clipboard = useClipboard()
  return (
    <li className={classes.item}>
      <IconFileUnknown className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <span className={classes.text}>
        {t(`errors:unreadableItem.${kind}`)}
        {id !== null && (
          <>
            {' '}
            (<bdi dir="ltr">{id}</bdi>)
          </>
        )}
      </span>
      <Button variant="subtle" onClick={() => clipboard.copy(redact(raw))}>
        {t(clipboard.copied ? 'common:action.copied' : 'common:action.copyDetails')}
      </Button>
    </li>
  )
}
