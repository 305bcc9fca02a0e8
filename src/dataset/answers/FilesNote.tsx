import { Button } from '@mantine/core'
import { IconPhotoOff } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { filesNotAllowed, readFilesAgain } from '#/api/kpi/submissions/attachments.ts'
import { Note } from '#/ui/feedback/Note.tsx'

/** Says, once for all files of a page, that the server keeps them from pages of this site, and what can be done. */
export function FilesNote() {
  const { t } = useTranslation(['submissions', 'common'])
  const client = useQueryClient()
  const { data: areKeptBack } = useQuery(filesNotAllowed)
  if (!areKeptBack) return null
  return (
    <Note
      hue="ochre"
      icon={IconPhotoOff}
      role="status"
      title={t('submissions:media.keptBack.title')}
      actions={
        <Button variant="default" onClick={() => readFilesAgain(client)}>
          {t('common:action.retry')}
        </Button>
      }
    >
      <p>{t('submissions:media.keptBack.text', { site: location.origin })}</p>
    </Note>
  )
}
