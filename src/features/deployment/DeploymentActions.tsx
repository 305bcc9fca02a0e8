import { Button, Menu } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots, IconExternalLink, IconSend, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { DeploymentAction } from '#/api/kpi/deployment/mutations.ts'
import { offeredActions, webFormUrl } from '#/api/kpi/deployment/offered-actions.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import compact from '#/ui/compact-button.module.css'
import classes from './DeploymentActions.module.css'
import { useDeployment } from './deployment-context.ts'

const ICONS: Record<DeploymentAction, TablerIcon> = {
  deploy: IconSend,
  redeploy: IconSend,
  archive: IconArchive,
  unarchive: IconArchiveOff,
}

interface DeploymentActionsProps {
  asset: Asset
  /** Other items of the menu, after those of the deployment. */
  otherItems?: ReactNode
}

/** The deployment actions of a project: the likeliest as a button, the others in a menu. Needs a `DeploymentProvider`. */
export function DeploymentActions({ asset, otherItems }: DeploymentActionsProps) {
  const { t } = useTranslation(['deployment', 'common'])
  const { ask, actionsRef } = useDeployment()
  const { primary, more } = offeredActions(asset)
  const mayFillIn = assetCan.submit(asset) || assetCan.deploy(asset)
  const showsWebForm = asset.deployment_status === 'deployed' && mayFillIn
  const webForm = webFormUrl(asset)
  const PrimaryIcon = primary && ICONS[primary]
  const hasItems = more.length > 0 || Boolean(otherItems)
  const link = { component: 'a', href: webForm, target: '_blank', rel: 'noopener' } as const
  const linkIcon = <IconExternalLink size={16} stroke={1.75} className="fb-flip" aria-hidden />

  return (
    <div className={classes.actions} ref={actionsRef} tabIndex={-1}>
      {showsWebForm && webForm !== undefined && (
        <Button variant="default" className={classes.webForm ?? ''} leftSection={linkIcon} {...link}>
          {t('deployment:openWebForm')}
        </Button>
      )}
      {primary && PrimaryIcon && (
        <Button
          className={compact.compact ?? ''}
          leftSection={<PrimaryIcon size={16} stroke={1.75} aria-hidden className="fb-flip" />}
          onClick={() => ask(primary)}
        >
          <span className={compact.label}>{t(`deployment:${primary}.action`)}</span>
        </Button>
      )}
      {(showsWebForm || hasItems) && (
        <Menu classNames={{ item: classes.item ?? '' }}>
          <Menu.Target>
            <IconButton
              className={classes.more ?? ''}
              data-only-web-form={(!hasItems && webForm !== undefined) || undefined}
              variant="subtle"
              color="gray"
              c="var(--mantine-color-text)"
              size="var(--fb-ctl)"
              label={t('common:action.more')}
            >
              <IconDots size={18} stroke={1.75} aria-hidden />
            </IconButton>
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
            {otherItems}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
