import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots, IconExternalLink, IconSend, type TablerIcon } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { offeredActions, webFormUrl } from '#/api/kpi/deployment/offered-actions.ts'
import classes from './DeploymentActions.module.css'
import { DeploymentDialog } from './DeploymentDialog.tsx'

const ICONS: Record<DeploymentAction, TablerIcon> = {
  deploy: IconSend,
  redeploy: IconSend,
  archive: IconArchive,
  unarchive: IconArchiveOff,
}

/** What can be done with a project's deployment now: the likely next as a button, the rest in a menu. */
export function DeploymentActions({ asset }: { asset: Asset }) {
  const { t } = useTranslation(['deployment', 'common'])
  const place = useRef<HTMLDivElement>(null)
  const hasAsked = useRef(false)
  const [asked, setAsked] = useState<{ action: DeploymentAction; opened: boolean } | null>(null)
  // The button that was pressed may be gone, with the state that it was for.
  useEffect(() => {
    if (asked === null && document.activeElement === document.body && hasAsked.current) place.current?.focus()
    hasAsked.current = asked !== null
  }, [asked])
  const { primary, more } = offeredActions(asset)
  const mayFillIn = assetCan.submit(asset) || assetCan.deploy(asset)
  const showsWebForm = asset.deployment_status === 'deployed' && mayFillIn
  const webForm = webFormUrl(asset)
  const PrimaryIcon = primary && ICONS[primary]
  const ask = (action: DeploymentAction) => setAsked({ action, opened: true })
  const link = { component: 'a', href: webForm, target: '_blank', rel: 'noopener' } as const
  const linkIcon = <IconExternalLink size={16} stroke={1.75} className="fb-flip" aria-hidden />

  return (
    <div className={classes.actions} ref={place} tabIndex={-1}>
      {showsWebForm && webForm !== undefined && (
        <Button variant="default" className={classes.webForm ?? ''} leftSection={linkIcon} {...link}>
          {t('deployment:openWebForm')}
        </Button>
      )}
      {primary && PrimaryIcon && (
        <Button
          leftSection={<PrimaryIcon size={16} stroke={1.75} aria-hidden className="fb-flip" />}
          onClick={() => ask(primary)}
        >
          {t(`deployment:${primary}.action`)}
        </Button>
      )}
      {(showsWebForm || more.length > 0) && (
        <Menu classNames={{ item: classes.item ?? '' }}>
          <Menu.Target>
            <ActionIcon
              className={classes.more ?? ''}
              data-only-web-form={(more.length === 0 && webForm !== undefined) || undefined}
              variant="subtle"
              color="gray"
              c="var(--mantine-color-text)"
              size="var(--fb-ctl)"
              aria-label={t('common:action.more')}
            >
              <IconDots size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {showsWebForm && webForm === undefined && (
              <Menu.Label maw={260}>{t('deployment:webFormUnavailable')}</Menu.Label>
            )}
            {showsWebForm && webForm !== undefined && (
              <Menu.Item className={classes.foldedWebForm ?? ''} leftSection={linkIcon} {...link}>
                {t('deployment:openWebForm')}
              </Menu.Item>
            )}
            {more.map((action) => {
              const Icon = ICONS[action]
              return (
                <Menu.Item
                  key={action}
                  leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
                  onClick={() => ask(action)}
                >
                  {t(`deployment:${action}.menu`)}
                  {action === 'redeploy' && <span className={classes.why}>{t('deployment:redeploy.why')}</span>}
                </Menu.Item>
              )
            })}
          </Menu.Dropdown>
        </Menu>
      )}
      {asked && (
        <DeploymentDialog
          asset={asset}
          {...asked}
          onClose={() => setAsked({ ...asked, opened: false })}
          onClosed={() => setAsked(null)}
        />
      )}
    </div>
  )
}
