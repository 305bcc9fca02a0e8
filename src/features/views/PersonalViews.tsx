import { Button, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isolate } from '#/lib/bidi.ts'
import { isBlank } from '#/lib/is-blank.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import classes from './ViewsPanel.module.css'
import type { NamedView, useNamedViews } from './personal-views.ts'

interface PersonalViewsProps {
  named: ReturnType<typeof useNamedViews>
  /** What is shown, and would be saved. */
  address: NamedView['address']
  /** Says what a view is, and where it is kept. */
  help: string
  /** Whether the panel was opened to save what is shown as a view. */
  isSaving: boolean
  onShow: (address: NamedView['address']) => void
}

/** The user's own views of a table, stored in this browser. */
export function PersonalViews({ named, address, help, isSaving, onShow }: PersonalViewsProps) {
  const { t } = useTranslation(['columns', 'common'])
  const { views, save: saveView, remove, isStored } = named
  const [name, setName] = useState('')
  const [renamed, setRenamed] = useState<NamedView | null>(null)
  const [said, setSaid] = useState('')
  const clean = name.trim()
  const isTaken = views.some((one) => one.name === clean && one.name !== renamed?.name)

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isBlank(clean)) return
    if (!saveView({ name: clean, address: renamed?.address ?? address }, renamed?.name))
      return setSaid(t('views.changedElsewhere'))
    setSaid(t('views.saved', { name: isolate(clean) }))
    setRenamed(null)
    setName('')
  }
  return (
    <section className={classes.group}>
      <h3>{t('views.own')}</h3>
      <p className={classes.help}>{help}</p>
      {views.length > 0 && (
        <ul className={classes.names}>
          {views.map((one) => (
            <li key={one.name}>
              <Button variant="default" className={classes.view ?? ''} onClick={() => onShow(one.address)}>
                <bdi>{one.name}</bdi>
              </Button>
              <IconButton
                variant="subtle"
                color="gray"
                size="var(--fb-ctl)"
                label={t('views.rename', { name: isolate(one.name) })}
                onClick={() => {
                  setRenamed(one)
                  setName(one.name)
                }}
              >
                <IconPencil size={16} stroke={1.75} aria-hidden />
              </IconButton>
              <IconButton
                variant="subtle"
                color="gray"
                size="var(--fb-ctl)"
                label={t('views.delete', { name: isolate(one.name) })}
                onClick={() => {
                  if (!remove(one.name)) return setSaid(t('views.changedElsewhere'))
                  if (renamed?.name === one.name) setRenamed(null)
                  setSaid(t('views.deleted', { name: isolate(one.name) }))
                }}
              >
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form className={classes.group} onSubmit={save}>
        <TextInput
          label={renamed ? t('views.newName', { name: isolate(renamed.name) }) : t('views.name')}
          description={isTaken ? t('views.taken') : t('views.nameHelp')}
          value={name}
          data-autofocus={isSaving || undefined}
          maxLength={80}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <div className={classes.summary}>
          <Button type="submit" disabled={isBlank(clean)}>
            {t(renamed ? 'views.renameButton' : isTaken ? 'views.replace' : 'views.save')}
          </Button>
          <span role="status">{said}</span>
        </div>
      </form>
      {!isStored && <p role="alert">{t('views.notKept')}</p>}
    </section>
  )
}
