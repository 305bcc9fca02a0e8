import { Button } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { retryAllFailed } from '#/api/kpi/hooks/mutations.ts'
import type { Hook } from '#/api/kpi/hooks/schema.ts'
import classes from '#/features/rest-services/services.module.css'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'

/** Has the server send all failed submissions again. Offered only while the service is active, since it is refused else. */
export function RetryAll({ assetUid, hook }: { assetUid: string; hook: Hook }) {
  const { t } = useTranslation('services')
  const retry = useMutation(retryAllFailed(assetUid))
  const { failed_count: failed, active } = hook
  if (failed === 0 && retry.isIdle) return null
  return (
    <div className={classes.padded}>
      <div className={classes.stack}>
        {failed > 0 && active && (
          <Button
            variant="default"
            leftSection={<IconRepeat size={16} stroke={1.75} aria-hidden />}
            loading={retry.isPending}
            onClick={() => retry.mutate(hook.uid)}
          >
            {t('log.retryAll', { count: failed })}
          </Button>
        )}
        {failed > 0 && !active && <p>{t('log.retryAllPaused', { count: failed })}</p>}
        <p role="status" className={classes.small}>
          {retry.isSuccess &&
            (retry.data === 0 ? t('log.retryAllNothing') : t('log.retryAllStarted', { count: retry.data }))}
        </p>
        {retry.error && (
          <ErrorPanel isChange kind={retry.error.kind} title={t('log.retryAllFailed')} message={retry.error.message} />
        )}
      </div>
    </div>
  )
}
