import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readView, type SubmissionsViewState, writeView } from '#/dataset/query/query.ts'
import { isolate } from '#/lib/bidi.ts'
import { isBlank } from '#/lib/is-blank.ts'
import type { ViewsControlProps } from './ViewsControl.tsx'
import classes from './ViewsPanel.module.css'
import { type NamedView, useNamedViews, viewAddress } from './personal-views.ts'

interface PersonalViewsProps extends ViewsControlProps {
  onShow: (view: SubmissionsViewState) => void
}

/** Views under names of one's own: filter, columns, order and labels, stored in this browser. */
export function PersonalViews({ asset, view, onShow }: PersonalViewsProps) {
  const { t } = useTranslation(['columns', 'common'])
  const { views, save: saveView, remove, isStored, isOnDevice } = useNamedViews(asset.uid)
  const [name, setName] = useState('')
  const [renamed, setRenamed] = useState<NamedView | null>(null)
  const [said, setSaid] = useState('')
  const clean = name.trim()
  const isTaken = views.some((one) => one.name === clean && one.name !== renamed?.name)

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isBlank(clean)) return
    const address = renamed?.address ?? viewAddress(writeView(view))
    if (!saveView({ name: clean, address }, renamed?.name)) return setSaid(t('views.overtaken'))
    setSaid(t('views.saved', { name: isolate(clean) }))
    setRenamed(null)
    setName('')
  }
  return (
    <section className={classes.group}>
      <h3>{t('views.own')}</h3>
      <p className={classes.help}>{t(isOnDevice ? 'views.ownText' : 'views.ownTextTab')}</p>
      {views.length > 0 && (
        <ul className={classes.names}>
          {views.map((one) => (
            <li key={one.name}>
              <Button
                variant="default"
                className={classes.view ?? ''}
                onClick={() => onShow(readView(new URLSearchParams(one.address)))}
              >
                <bdi>{one.name}</bdi>
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes.button ?? ''}
                aria-label={t('views.rename', { name: isolate(one.name) })}
                onClick={() => {
                  setRenamed(one)
                  setName(one.name)
                }}
              >
                <IconPencil size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes.button ?? ''}
                aria-label={t('views.delete', { name: isolate(one.name) })}
                onClick={() => {
                  if (!remove(one.name)) return setSaid(t('views.overtaken'))
                  if (renamed?.name === one.name) setRenamed(null)
                  setSaid(t('views.deleted', { name: isolate(one.name) }))
                }}
              >
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form className={classes.group} onSubmit={save}>
        <TextInput
          label={renamed ? t('views.newName', { name: isolate(renamed.name) }) : t('views.name')}
          description={isTaken ? t('views.taken') : t('views.nameHelp')}
          value={name}
          maxLength={80}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <div className={classes.summary}>
          <Button type="submit" variant="default" disabled={isBlank(clean)}>
            {t(renamed ? 'views.renameButton' : isTaken ? 'views.replace' : 'views.save')}
          </Button>
          <span role="status">{said}</span>
        </div>
      </form>
      {!isStored && <p role="alert">{t('views.notKept')}</p>}
    </section>
  )
}
