import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import type { FindingCounts } from '#/features/import-form/job/import-job.ts'
import { importAnyway } from '#/features/import-form/job/run-imports.ts'

interface ImportAnywayButtonProps {
  id: string
  fileName: string
  counts: FindingCounts
  describedBy?: string
  onDone: () => void
}

/** Imports a form in spite of its errors, after a question that says what the server will refuse. */
export function ImportAnywayButton({ id, fileName, counts, describedBy, onDone }: ImportAnywayButtonProps) {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="default" aria-describedby={describedBy} onClick={() => setAsking(true)}>
        {t('action.importAnyway')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('anyway.title', { count: counts.errors, file: fileName })}
        cancelLabel={t('anyway.cancel')}
        confirmLabel={t('action.import')}
        onConfirm={() => {
          setAsking(false)
          importAnyway(client, id)
          onDone()
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t(counts.refused === 'import' ? 'anyway.import' : 'anyway.deployment')}</p>
      </ConfirmDialog>
    </>
  )
}
