import { Button, Textarea } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { linksOf } from '#/features/import-form/job/links.ts'
import { startImports } from '#/features/import-form/job/run-imports.ts'

/** A button that opens a dialog to import the forms that stand at addresses. */
export function ImportLinks() {
  const { t } = useTranslation('imports')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        aria-haspopup="dialog"
        leftSection={<IconLink size={16} stroke={1.75} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('links.open')}
      </Button>
      {isOpen && <LinksDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function LinksDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const { links, wrongLines } = linksOf(text)
  const count = links.length
  return (
    <ConfirmDialog
      opened
      title={t('links.title')}
      confirmLabel={t('links.confirm', { count })}
      ready={count > 0 && wrongLines.length === 0}
      onConfirm={() => {
        startImports(client, links)
        onClose()
      }}
      onClose={onClose}
    >
      <p>{t('links.text')}</p>
      <Textarea
        label={t('links.label')}
        description={t('links.help')}
        placeholder="https://…"
        autosize
        minRows={4}
        maxRows={12}
        dir="ltr"
        spellCheck={false}
        data-autofocus
        value={text}
        error={
          wrongLines.length > 0 &&
          t('links.wrong', {
            count: wrongLines.length,
            lines: format.list(wrongLines.map((line) => format.number(line))),
          })
        }
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
