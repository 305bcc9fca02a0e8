import { Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconCopyPlus, IconEdit, IconExternalLink, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { Verdict } from '#/api/kpi/submissions/schema.ts'
import { StatusLabel } from '#/dataset/answers/StatusLabel.tsx'
import { useDeferredSelection } from '#/dataset/selection/selection.ts'
import { toDataQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './BulkParts.module.css'
import { type BulkAction, isUnderWay, newJob } from './bulk-job.ts'
import type { BulkActionsProps } from './lazy-bulk.tsx'
import { useBulkControl, useBulkJob } from './use-bulk-job.ts'
import type { BulkTarget } from './use-target-rows.ts'

const ConfirmMany = lazyPart(async () => (await import('./BulkConfirm.tsx')).BulkConfirm)
const DeleteMany = lazyPart(async () => (await import('./BulkDelete.tsx')).BulkDelete)
const EditMany = lazyPart(async () => (await import('./BulkEdit.tsx')).BulkEdit)
const OpenMany = lazyPart(async () => (await import('./BulkOpenInWebForm.tsx')).BulkOpenInWebForm)

type Dialog = { kind: 'delete' | 'edit' | 'open' } | { kind: 'confirm'; action: BulkAction }

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** What can be done to the selection, by those who may; each says to how many. */
export function BulkActions({ asset, filter, count: found, columns, exportOffer }: BulkActionsProps) {
  const { t } = useTranslation('bulk')
  const { ids, isAll, clear } = useDeferredSelection()
  const { run } = useBulkControl(asset.uid)
  const job = useBulkJob(asset.uid)
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false })
  const [asked, setAsked] = useState<{ dialog: Dialog; target: BulkTarget } | null>(null)
  const count = isAll ? found : ids.size
  const isBusy = job !== null && isUnderWay(job)
  if (count === null || count === 0) return null

  const target = (): BulkTarget => ({
    ids: isAll ? null : [...ids],
    query: isAll ? toDataQuery(filter, asset.content) : undefined,
    count,
  })
  const ask = (dialog: Dialog) => setAsked({ dialog, target: target() })
  const begin = (action: BulkAction, which: readonly number[], query: BulkTarget['query']) => {
    setAsked(null)
    run(newJob(action, which, query))
    // All that match will be others from now on; those that are deleted are none.
    if (isAll || action.kind === 'delete') clear()
  }
  const setStatus = (verdict: Verdict | null) => {
    const action: BulkAction = { kind: 'status', verdict }
    if (isAll) ask({ kind: 'confirm', action })
    else begin(action, [...ids], undefined)
  }

  const actions: {
    key: string
    may: boolean
    icon: ReactNode
    label: string
    isLoss?: boolean
    onClick: () => void
  }[] = [
    {
      key: 'edit',
      may: assetCan.editSubmissions(asset),
      icon: <IconEdit {...ICON} />,
      label: t('action.edit', { count }),
      onClick: () => ask({ kind: 'edit' }),
    },
    {
      key: 'duplicate',
      may: assetCan.duplicateSubmissions(asset),
      icon: <IconCopyPlus {...ICON} />,
      label: t('action.duplicate', { count }),
      onClick: () => ask({ kind: 'confirm', action: { kind: 'duplicate' } }),
    },
    {
      key: 'open',
      may: !isAll,
      icon: <IconExternalLink {...ICON} className="fb-flip" />,
      label: t('action.open'),
      onClick: () => ask({ kind: 'open' }),
    },
    {
      key: 'delete',
      may: assetCan.deleteSubmissions(asset),
      icon: <IconTrash {...ICON} />,
      label: t('action.delete', { count }),
      isLoss: true,
      onClick: () => ask({ kind: 'delete' }),
    },
  ]
  const mine = actions.filter(({ may }) => may)
  const statuses = [...Verdict.options, null].map((verdict) => (
    <Menu.Item key={verdict} disabled={isBusy} onClick={() => setStatus(verdict)}>
      <StatusLabel verdict={verdict} />
    </Menu.Item>
  ))
  const canValidate = assetCan.validateSubmissions(asset)

  return (
    <>
      {isPhone ? (
        <Menu position="top-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown {...ICON} />}>
              {t('action.menu', { count })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {canValidate && <Menu.Label>{t('action.status')}</Menu.Label>}
            {canValidate && statuses}
            {canValidate && <Menu.Divider />}
            {mine.map(({ key, icon, label, isLoss, onClick }) => (
              <Menu.Item
                key={key}
                leftSection={icon}
                disabled={isBusy}
                {...(isLoss && { className: classes.loss ?? '' })}
                onClick={onClick}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <>
          {canValidate && (
            <Menu position="top-start">
              <Menu.Target>
                <Button variant="default" disabled={isBusy} rightSection={<IconChevronDown {...ICON} />}>
                  {t('action.status')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>{statuses}</Menu.Dropdown>
            </Menu>
          )}
          {mine.map(({ key, icon, label, isLoss, onClick }) => (
            <Button
              key={key}
              variant="default"
              {...(isLoss && { variant: 'outline', color: 'brick' })}
              leftSection={icon}
              disabled={isBusy}
              onClick={onClick}
            >
              {label}
            </Button>
          ))}
        </>
      )}
      {asked && (
        <AskedDialog
          {...asked}
          asset={asset}
          filter={filter}
          columns={columns}
          exportOffer={exportOffer}
          onBegin={begin}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

export interface BulkDialogProps extends Pick<BulkActionsProps, 'asset' | 'filter' | 'columns' | 'exportOffer'> {
  target: BulkTarget
  onBegin: (action: BulkAction, ids: readonly number[], query: BulkTarget['query']) => void
  onClose: () => void
}

function AskedDialog({ dialog, ...props }: BulkDialogProps & { dialog: Dialog }) {
  switch (dialog.kind) {
    case 'confirm':
      return <ConfirmMany {...props} action={dialog.action} />
    case 'delete':
      return <DeleteMany {...props} />
    case 'edit':
      return <EditMany {...props} />
    case 'open':
      return <OpenMany {...props} />
  }
}
