import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { renameAsset } from '#/api/kpi/assets/mutations.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ImportLine.module.css'

const MAX_LENGTH = 255

interface RenameImportedProps {
  uid: string
  /** The name that is shown. */
  name: string
  onClose: () => void
}

/** Gives the project of an import another name. */
export function RenameImported({ uid, name, onClose }: RenameImportedProps) {
  const { t } = useTranslation(['imports', 'common'])
  const [text, setText] = useState(name)
  const rename = useMutation({ ...renameAsset(uid), meta: { showsError: true } })
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const isTooLong = text.trim().length > MAX_LENGTH
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const wanted = text.trim()
        if (wanted === name) onClose()
        else if (wanted !== '' && !isTooLong) rename.mutate({ name: wanted, from: name }, { onSuccess: onClose })
      }}
    >
      <div className={classes.rename}>
        <TextInput
          label={t('imports:rename.name')}
          dir="auto"
          ref={input}
          onKeyDown={({ key }) => {
            if (key === 'Escape') onClose()
          }}
          value={text}
          error={
            text.trim() === ''
              ? t('imports:rename.missing')
              : isTooLong && t('imports:rename.tooLong', { max: MAX_LENGTH })
          }
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" loading={rename.isPending}>
          {t('imports:rename.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
      </div>
      {rename.error && (
        <ErrorPanel
          isChange
          kind={rename.error.kind}
          title={t('imports:rename.failed')}
          {...(rename.error.kind === 'conflict' && {
            explanation: t('imports:rename.conflict', { name: rename.error.message }),
          })}
          message={rename.error.kind === 'conflict' ? '' : rename.error.message}
        />
      )}
    </form>
  )
}
