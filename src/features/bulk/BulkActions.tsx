import { Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconCopyPlus, IconDots, IconEdit, IconExternalLink, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { StatusLabel } from '#/dataset/answers/StatusLabel.tsx'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import { Status } from '#/dataset/query/status.ts'
import { useDeferredSelection } from '#/dataset/selection/selection.ts'
import { toMongoQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { isUnderWay } from '#/lib/batch-job/batch-job.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './BulkParts.module.css'
import { type BulkAction, newBulkJob } from './bulk-job.ts'
import type { BulkActionsProps } from './lazy-bulk.tsx'
import { useBulkControl, useBulkJob } from './use-bulk-job.ts'
import type { BulkTarget } from './use-target-rows.ts'

const BulkDelete = lazyPart(async () => (await import('./BulkDelete.tsx')).BulkDelete)
const BulkDuplicate = lazyPart(async () => (await import('./BulkDuplicate.tsx')).BulkDuplicate)
const BulkEdit = lazyPart(async () => (await import('./BulkEdit.tsx')).BulkEdit)
const BulkOpenInWebForm = lazyPart(async () => (await import('./BulkOpenInWebForm.tsx')).BulkOpenInWebForm)
const BulkStatus = lazyPart(async () => (await import('./BulkStatus.tsx')).BulkStatus)

type BulkDialog = { kind: 'delete' | 'duplicate' | 'edit' | 'open' } | { kind: 'status'; status: Status | null }

/** More submissions than this get another status only after a question. */
const ASK_ABOVE = 100

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** The actions on the selected submissions that the user has permission for, each with the number of submissions. */
export function BulkActions({ asset, filter, count: matchCount, rows, columns, exportOffer }: BulkActionsProps) {
  const { t } = useTranslation('bulk')
  const { ids, isAll, clear } = useDeferredSelection()
  const { run } = useBulkControl(asset.uid)
  const job = useBulkJob(asset.uid)
  const isNarrow = useMediaQuery('(max-width: 1200px)', undefined, { getInitialValueInEffect: false })
  const [opened, setOpened] = useState<{ dialog: BulkDialog; target: BulkTarget } | null>(null)
  const count = isAll ? matchCount : ids.size
  const isBusy = job !== null && isUnderWay(job)
  if (count === null || count === 0) return null

  const target = (): BulkTarget => ({
    ids: isAll ? null : [...ids],
    query: isAll ? toMongoQuery(filter, formOf(asset.content)) : undefined,
    filter: isAll ? filter : NO_FILTER,
    count,
  })
  const openDialog = (dialog: BulkDialog) => setOpened({ dialog, target: target() })
  const start = (action: BulkAction, targetIds: readonly number[], query: BulkTarget['query']) => {
    setOpened(null)
    run(newBulkJob(action, targetIds, query))
    // The action may change which submissions match; deleted ones no longer exist.
    if (isAll || action.kind === 'delete') clear()
  }
  const setStatus = (status: Status | null) => {
    if (isAll || ids.size > ASK_ABOVE) openDialog({ kind: 'status', status })
    else start({ kind: 'status', status }, [...ids], undefined)
  }

  const actions: (ActionItem & { isAllowed: boolean })[] = [
    {
      key: 'edit',
      isAllowed: assetCan.editSubmissions(asset),
      icon: <IconEdit {...ICON} />,
      label: t('action.edit', { count }),
      onClick: () => openDialog({ kind: 'edit' }),
    },
    {
      key: 'duplicate',
      isAllowed: assetCan.duplicateSubmissions(asset),
      isSecondary: true,
      icon: <IconCopyPlus {...ICON} />,
      label: t('action.duplicate', { count }),
      onClick: () => openDialog({ kind: 'duplicate' }),
    },
    {
      key: 'open',
      isAllowed: !isAll,
      isSecondary: true,
      icon: <IconExternalLink {...ICON} className="fb-flip" />,
      label: t('action.open'),
      onClick: () => openDialog({ kind: 'open' }),
    },
    {
      key: 'delete',
      isAllowed: assetCan.deleteSubmissions(asset),
      isDestructive: true,
      icon: <IconTrash {...ICON} />,
      label: t('action.delete', { count }),
      onClick: () => openDialog({ kind: 'delete' }),
    },
  ]
  const allowed = actions.filter(({ isAllowed }) => isAllowed)
  // A menu of one or two would only hide them.
  const folded = allowed.length > 2 ? allowed.filter(({ isSecondary }) => isSecondary) : []
  const statusItems = [...Status.options, null].map((status) => (
    <Menu.Item key={status} disabled={isBusy} onClick={() => setStatus(status)}>
      <StatusLabel status={status} />
    </Menu.Item>
  ))
  const canValidate = assetCan.validateSubmissions(asset)

  return (
    <>
      {isNarrow || job ? (
        <Menu position="top-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown {...ICON} />}>
              {t('action.menu', { count })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {canValidate && <Menu.Label>{t('action.status')}</Menu.Label>}
            {canValidate && statusItems}
            {canValidate && <Menu.Divider />}
            <ActionItems actions={allowed} disabled={isBusy} />
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
              <Menu.Dropdown>{statusItems}</Menu.Dropdown>
            </Menu>
          )}
          {allowed
            .filter((action) => !folded.includes(action))
            .map(({ key, icon, label, isDestructive = false, onClick }) => (
              <Button
                key={key}
                variant="default"
                {...(isDestructive && { variant: 'outline', color: 'brick' })}
                leftSection={icon}
                disabled={isBusy}
                onClick={onClick}
              >
                {label}
              </Button>
            ))}
          {folded.length > 0 && (
            <Menu position="top-end">
              <Menu.Target>
                <IconButton size="var(--fb-ctl)" label={t('action.more')} disabled={isBusy}>
                  <IconDots {...ICON} />
                </IconButton>
              </Menu.Target>
              <Menu.Dropdown>
                <ActionItems actions={folded} disabled={isBusy} />
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      )}
      {opened && (
        <OpenedDialog
          {...opened}
          asset={asset}
          filter={filter}
          rows={rows}
          columns={columns}
          exportOffer={exportOffer}
          onStart={start}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

interface ActionItem {
  key: string
  icon: ReactNode
  label: string
  /** Whether it is in a menu where it is one of several. */
  isSecondary?: boolean
  isDestructive?: boolean
  onClick: () => void
}

const ActionItems = ({ actions, disabled }: { actions: readonly ActionItem[]; disabled: boolean }) =>
  actions.map(({ key, icon, label, isDestructive = false, onClick }) => (
    <Menu.Item
      key={key}
      leftSection={icon}
      disabled={disabled}
      {...(isDestructive && { className: classes.destructive ?? '' })}
      onClick={onClick}
    >
      {label}
    </Menu.Item>
  ))

export interface BulkDialogProps extends Pick<
  BulkActionsProps,
  'asset' | 'filter' | 'rows' | 'columns' | 'exportOffer'
> {
  target: BulkTarget
  onStart: (action: BulkAction, ids: readonly number[], query: BulkTarget['query']) => void
  onClose: () => void
}

function OpenedDialog({ dialog, ...props }: BulkDialogProps & { dialog: BulkDialog }) {
  switch (dialog.kind) {
    case 'delete':
      return <BulkDelete {...props} />
    case 'duplicate':
      return <BulkDuplicate {...props} />
    case 'edit':
      return <BulkEdit {...props} />
    case 'open':
      return <BulkOpenInWebForm {...props} />
    case 'status':
      return <BulkStatus {...props} status={dialog.status} />
  }
}
