import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { savePublishingNote } from '#/api/kpi/publishing-notes/mutations.ts'
import { NoteField } from '#/features/deployment/publish/NoteField.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { notify } from '#/ui/feedback/notify.ts'
import classes from './VersionHistory.module.css'

interface VersionNoteProps {
  assetUid: string
  versionUid: string
  /** Of the version. */
  number: string
  note: string
  mayEdit: boolean
}

/** The publishing note of a version, which those who may edit the form can change. */
export function VersionNote({ assetUid, versionUid, number, note, mayEdit }: VersionNoteProps) {
  const { t } = useTranslation(['deployment', 'common'])
  const [typed, setTyped] = useState<string | null>(null)
  const save = useMutation({ ...savePublishingNote(assetUid), meta: { showsError: true } })
  const [seen, setSeen] = useState(note)
  const version = t('deployment:versions.version', { number })

  if (typed === null)
    return (
      <>
        {note !== '' && (
          <p className={classes.note} dir="auto">
            {note}
          </p>
        )}
        {mayEdit && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t(`deployment:note.${note === '' ? 'addTo' : 'editOf'}`, { version })}
            onClick={() => setTyped(note)}
          >
            {t(`deployment:note.${note === '' ? 'add' : 'edit'}`)}
          </Button>
        )}
      </>
    )
  const submit = () =>
    save.mutate(
      { versionUid, from: seen, to: typed.trim() },
      {
        onSuccess: () => {
          setTyped(null)
          void notify({ message: t('deployment:note.saved') })
        },
        // What the other person wrote is shown; saving again is then a choice.
        onError: ({ kind, message }) => kind === 'conflict' && setSeen(message),
      },
    )
  return (
    <form
      className={classes.form}
      aria-label={t('deployment:note.title', { version: number })}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {save.error && (
        <ErrorPanel
          isChange
          kind={save.error.kind}
          title={t('deployment:note.notSaved')}
          {...(save.error.kind === 'conflict' && { explanation: t('deployment:note.overtaken') })}
          message={save.error.message}
        />
      )}
      <NoteField value={typed} onChange={setTyped} disabled={save.isPending} />
      <div className={classes.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('deployment:note.save')}
        </Button>
        <Button variant="default" disabled={save.isPending} onClick={() => setTyped(null)}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  )
}
