import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Hook } from '#/api/kpi/hooks/schema.ts'
import type { Items } from '#/api/pagination.ts'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { shownAddress } from '#/features/rest-services/model/addresses.ts'
import classes from '#/features/rest-services/services.module.css'
import { DeliveryCounts } from './DeliveryCounts.tsx'
import { ServiceActions } from './ServiceActions.tsx'
import { ServiceState } from './ServiceState.tsx'

interface ServiceListProps {
  asset: Asset
  hooks: Items<Hook>
  onShow: (uid: string) => void
  onEdit: (uid: string) => void
  onAdd: () => void
}

/** All services of a project with what they sent, and what can be done with each. */
export function ServiceList({ asset, hooks, onShow, onEdit, onAdd }: ServiceListProps) {
  const { t } = useTranslation('services')
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={onAdd}>
      {t('list.add')}
    </Button>
  )
  const isEmpty = hooks.results.length + hooks.unreadable.length === 0
  return (
    <TextPage>
      <Card title={t('list.title')} flush {...(!isEmpty && { actions: add })}>
        {isEmpty ? (
          <EmptyState title={t('list.none')} actions={add}>
            <p>{t('list.noneText')}</p>
          </EmptyState>
        ) : (
          <>
            <p className={classes.padded}>{t('list.intro')}</p>
            <ul className={classes.list} aria-label={t('list.title')}>
              {hooks.results.map((hook) => (
                <li key={hook.uid} className={classes.item}>
                  <div className={classes.itemHead}>
                    <h3 className={classes.name}>
                      <bdi>{hook.name}</bdi>
                    </h3>
                    <ServiceState isActive={hook.active} />
                  </div>
                  <p className={classes.small}>
                    <bdi dir="ltr">{shownAddress(hook.endpoint)}</bdi> · {hook.export_type.toUpperCase()}
                  </p>
                  <DeliveryCounts hook={hook} />
                  <div className={classes.actions}>
                    <Button
                      variant="default"
                      aria-label={t('list.openNamed', { name: hook.name })}
                      onClick={() => onShow(hook.uid)}
                    >
                      {t('list.open')}
                    </Button>
                    <ServiceActions assetUid={asset.uid} hook={hook} onEdit={() => onEdit(hook.uid)} />
                  </div>
                </li>
              ))}
            </ul>
            <UnreadableItems kind="service" items={hooks.unreadable} />
          </>
        )}
      </Card>
    </TextPage>
  )
}
