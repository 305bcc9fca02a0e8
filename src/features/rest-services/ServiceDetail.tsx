import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Hook } from '#/api/kpi/hooks/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { DeliveryCounts } from './list/DeliveryCounts.tsx'
import { ServiceActions } from './list/ServiceActions.tsx'
import { ServiceState } from './list/ServiceState.tsx'
import { LogCard } from './log/LogCard.tsx'
import { shownAddress } from './model/addresses.ts'
import { fieldOptions, useFieldTexts } from './model/field-options.ts'
import { fromSubset } from './model/service-form.ts'
import { RequestCard } from './request/RequestCard.tsx'
import classes from './services.module.css'
import { UndeliveredCard } from './undelivered/UndeliveredCard.tsx'

interface ServiceDetailProps {
  asset: Asset
  hook: Hook
  submissionPath: (submissionId: number) => string
  onBack: () => void
  onEdit: () => void
}

/** One service: how it is set up, its log, what it did not deliver, and the request that it sends. */
export function ServiceDetail({ asset, hook, submissionPath, onBack, onEdit }: ServiceDetailProps) {
  const { t } = useTranslation('services')
  const start = useRef<HTMLDivElement>(null)
  // The button in the list that led here has gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) start.current?.focus()
  }, [])
  return (
    <TextPage>
      <div ref={start} tabIndex={-1} className={classes.start}>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={16} stroke={1.75} className="fb-flip" aria-hidden />}
          onClick={onBack}
        >
          {t('detail.back')}
        </Button>
      </div>
      <Card title={hook.name} aside={<ServiceState isActive={hook.active} />}>
        <div className={classes.stack}>
          <Facts asset={asset} hook={hook} />
          <DeliveryCounts hook={hook} />
          {!hook.active && <p>{t('detail.paused')}</p>}
          <div className={classes.actions}>
            <ServiceActions assetUid={asset.uid} hook={hook} onEdit={onEdit} onDeleted={onBack} />
          </div>
        </div>
      </Card>
      <LogCard assetUid={asset.uid} hook={hook} submissionPath={submissionPath} />
      <UndeliveredCard asset={asset} hook={hook} submissionPath={submissionPath} />
      <RequestCard asset={asset} hook={hook} />
    </TextPage>
  )
}

function Facts({ asset, hook }: { asset: Asset; hook: Hook }) {
  const { t } = useTranslation('services')
  const format = useFormat()
  const texts = useFieldTexts()
  const labels = new Map(fieldOptions(asset.content, 'json', texts).map(({ value, label }) => [value, label]))
  const fields = fromSubset(hook.subset_fields, [...labels.keys()])
  const headers = Object.keys(hook.custom_headers)
  return (
    <dl className={classes.facts}>
      <dt>{t('detail.address')}</dt>
      <dd>
        <bdi dir="ltr">{shownAddress(hook.endpoint)}</bdi>
      </dd>
      <dt>{t('detail.format')}</dt>
      <dd>
        {hook.export_type.toUpperCase()}
        {(hook.payload_template ?? '') !== '' && ` · ${t('detail.template')}`}
      </dd>
      <dt>{t('detail.fields')}</dt>
      <dd>
        {fields.length === 0 ? (
          t('detail.allFields')
        ) : (
          <bdi>{format.list(fields.map((field) => labels.get(field) ?? field))}</bdi>
        )}
      </dd>
      <dt>{t('detail.auth')}</dt>
      <dd>
        {hook.auth_level === 'basic_auth' ? t('detail.basicAuth', { username: hook.username }) : t('detail.noAuth')}
      </dd>
      {headers.length > 0 && (
        <>
          <dt>{t('detail.headers')}</dt>
          <dd>
            <bdi dir="ltr">{headers.join(', ')}</bdi>
          </dd>
        </>
      )}
      <dt>{t('detail.emails')}</dt>
      <dd>{t(hook.email_notification ? 'detail.emailsOn' : 'detail.emailsOff')}</dd>
    </dl>
  )
}
