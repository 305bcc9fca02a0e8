import { ActionIcon, Button, Menu } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import {
  IconBraces,
  IconCopyPlus,
  IconDots,
  IconExternalLink,
  IconEye,
  IconLink,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './SubmissionPage.module.css'
import { WebFormNote } from './WebFormNote.tsx'
import { useWebForm } from './use-web-form.ts'

const DeleteOneDialog = lazyPart(async () => (await import('./DeleteDialog.tsx')).DeleteDialog)
const DuplicateDialog = lazyPart(async () => (await import('./DuplicateDialog.tsx')).DuplicateDialog)
const RawDialog = lazyPart(async () => (await import('./RawJsonDialog.tsx')).RawJsonDialog)

interface SubmissionActionsProps {
  asset: Asset
  submission: Submission
  title: string
  hrefOf: (id: number) => string
  onDeleted: () => void
}

/** The actions on one submission. */
export function SubmissionActions({ asset, submission, title, hrefOf, onDeleted }: SubmissionActionsProps) {
  const { t } = useTranslation('submission')
  const clipboard = useClipboard()
  const [dialog, setDialog] = useState<'raw' | 'duplicate' | 'delete' | null>(null)
  const webForm = useWebForm(asset.uid, submission._id)
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const
  const close = () => setDialog(null)
  const canEdit = assetCan.editSubmissions(asset)
  // Without the view in the query string, which belongs to this user.
  const link = () => new URL(`#${hrefOf(submission._id).split('?')[0] ?? ''}`, document.baseURI).href

  return (
    <>
      {canEdit && (
        <Button
          variant="default"
          leftSection={<IconExternalLink {...icon} className="fb-flip" />}
          loading={webForm.isOpening === 'edit'}
          onClick={() => void webForm.open('edit')}
        >
          {t('action.editInForm')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            className={classes.more ?? ''}
            variant="default"
            aria-label={t('action.more')}
            title={t('action.more')}
          >
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconEye {...icon} />} onClick={() => void webForm.open('view')}>
            {t('action.viewInForm')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter {...icon} />} onClick={() => print()}>
            {t('action.print')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => clipboard.copy(link())}>
            {t('action.copyLink')}
          </Menu.Item>
          <Menu.Item leftSection={<IconBraces {...icon} />} onClick={() => setDialog('raw')}>
            {t('action.raw')}
          </Menu.Item>
          {assetCan.duplicateSubmissions(asset) && (
            <Menu.Item leftSection={<IconCopyPlus {...icon} />} onClick={() => setDialog('duplicate')}>
              {t('action.duplicate')}
            </Menu.Item>
          )}
          {assetCan.deleteSubmissions(asset) && (
            <>
              <Menu.Divider />
              <Menu.Item color="brick" leftSection={<IconTrash {...icon} />} onClick={() => setDialog('delete')}>
                {t('action.delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <span className={classes.copied} role="status">
        {clipboard.copied && t('action.linkCopied')}
        {clipboard.error && t('action.notCopied')}
      </span>
      <WebFormNote webForm={webForm} />
      {dialog === 'raw' && <RawDialog submission={submission} title={title} onClose={close} />}
      {dialog === 'duplicate' && (
        <DuplicateDialog assetUid={asset.uid} submission={submission} title={title} hrefOf={hrefOf} onClose={close} />
      )}
      {dialog === 'delete' && (
        <DeleteOneDialog
          assetUid={asset.uid}
          submission={submission}
          title={title}
          onClose={close}
          onDeleted={onDeleted}
        />
      )}
    </>
  )
}
