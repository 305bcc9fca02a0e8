import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '#/api/errors.ts'
import type { Hook } from '#/api/kpi/hooks/schema.ts'
import { shownAddress } from '#/features/rest-services/model/addresses.ts'
import { ConflictNote } from '#/ui/feedback/ConflictNote.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'

interface ChangedMeanwhileProps {
  /** Reads the service from the server; `undefined` if it is gone. */
  read: () => Promise<Hook | undefined>
  onTakeTheirs: (theirs: Hook) => void
  onUseMine: (theirs: Hook) => void
}

/** Somebody else changed the service: nothing was saved, and the person decides. The server is read again for either. */
export function ChangedMeanwhile({ read, onTakeTheirs, onUseMine }: ChangedMeanwhileProps) {
  const { t } = useTranslation('services')
  const reading = useMutation({
    meta: { showsError: true },
    mutationFn: async (proceed: (theirs: Hook) => void) => {
      const theirs = await read()
      if (!theirs) throw new ApiError('not-found', '')
      return { theirs, proceed }
    },
    onSuccess: ({ theirs, proceed }) => proceed(theirs),
  })
  const { error, data } = reading
  return (
    <ConflictNote
      title={t('conflict.title')}
      actions={
        <>
          <Button variant="default" loading={reading.isPending} onClick={() => reading.mutate(onTakeTheirs)}>
            {t('conflict.theirs')}
          </Button>
          <Button variant="default" loading={reading.isPending} onClick={() => reading.mutate(onUseMine)}>
            {t('conflict.mine')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.text')}</p>
      {data && (
        <p>
          <bdi>{data.theirs.name}</bdi> · <bdi dir="ltr">{shownAddress(data.theirs.endpoint)}</bdi>
        </p>
      )}
      {error && <ErrorPanel kind={error.kind} message={error.message} />}
    </ConflictNote>
  )
}
