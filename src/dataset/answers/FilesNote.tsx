import { Button } from '@mantine/core'
import { IconPhotoOff } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import type { FileAccess } from '#/dataset/sources/source.ts'
import { Note } from '#/ui/feedback/Note.tsx'

/** A note that the server does not let pages of this site load files, with a button to try again. Shown once per page. */
export function FilesNote() {
  const { files } = useRowSource()
  return files && <BlockedFilesNote files={files} />
}

function BlockedFilesNote({ files }: { files: FileAccess }) {
  const { t } = useTranslation(['submissions', 'common'])
  const client = useQueryClient()
  const { data: areBlocked } = useQuery(files.areBlocked)
  if (!areBlocked) return null
  return (
    <Note
      hue="ochre"
      icon={IconPhotoOff}
      role="status"
      title={t('submissions:media.withheld.title')}
      actions={
        <Button variant="default" onClick={() => files.retry(client)}>
          {t('common:action.retry')}
        </Button>
      }
    >
      <p>{t('submissions:media.withheld.text', { site: location.origin })}</p>
    </Note>
  )
}
