import { Button } from '@mantine/core'
import { IconCircleCheck, IconEye, IconEyeOff, IconKey } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { connectionOf } from '#/api/client.ts'
import { readKey } from '#/api/kpi/account/mutations.ts'
import { Card } from '#/ui/Card.tsx'
import { CopyButton } from '#/ui/CopyButton.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { RenewKeyDialog } from './RenewKeyDialog.tsx'
import classes from './security.module.css'

/** The API key, shown on demand, what it can do and where it is used, and replacing it. */
export function ApiKeyCard() {
  const { t } = useTranslation('account')
  const scheme = connectionOf(useQueryClient())?.auth.scheme
  const read = useMutation(readKey())
  const [isRenewing, setRenewing] = useState(false)
  const [isRenewed, setRenewed] = useState(false)
  const key = read.data

  return (
    <Card title={t('key.title')} icon={<IconKey size={18} stroke={1.75} aria-hidden />}>
      <div className={classes.stack}>
        <p>{t('key.text')}</p>
        <p>
          <b>{t('key.risk')}</b>
        </p>
        {key === undefined ? (
          <Button
            variant="default"
            leftSection={<IconEye size={16} stroke={1.75} aria-hidden />}
            loading={read.isPending}
            onClick={() => read.mutate()}
          >
            {t('key.show')}
          </Button>
        ) : (
          <>
            <code className={classes.key} dir="ltr" role="status" aria-label={t('key.title')}>
              {key}
            </code>
            <div className={classes.actions}>
              <CopyButton text={key} label={t('key.copy')} />
              <Button
                variant="default"
                leftSection={<IconEyeOff size={16} stroke={1.75} aria-hidden />}
                onClick={() => read.reset()}
              >
                {t('key.hide')}
              </Button>
            </div>
          </>
        )}
        {read.error && (
          <ErrorPanel
            kind={read.error.kind}
            title={t('key.notRead')}
            message={read.error.message}
            onRetry={() => read.mutate()}
          />
        )}
        <h3 className={classes.title}>{t('key.used')}</h3>
        <ul className={classes.list}>
          <li>{t(scheme === 'key' ? 'key.usedHere' : 'key.notUsedHere')}</li>
          <li>{t('key.usedElsewhere')}</li>
          <li>{t('key.notCollect')}</li>
        </ul>
        {isRenewed && (
          <Note hue="petrol" icon={IconCircleCheck} role="status" title={t('renew.done')}>
            <p>{t(scheme === 'key' ? 'renew.doneHere' : 'renew.doneElsewhere')}</p>
          </Note>
        )}
        <h3 className={classes.title}>{t('renew.title')}</h3>
        <p>{t('renew.why')}</p>
        <Button variant="default" onClick={() => setRenewing(true)}>
          {t('renew.open')}
        </Button>
        {isRenewing && (
          <RenewKeyDialog
            onClose={() => setRenewing(false)}
            onRenewed={() => {
              setRenewing(false)
              setRenewed(true)
              read.reset() // it shows the old one
            }}
          />
        )}
      </div>
    </Card>
  )
}
