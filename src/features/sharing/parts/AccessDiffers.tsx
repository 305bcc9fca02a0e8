import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isCodename } from '#/api/kpi/permissions/codenames.ts'
import type { AccessDifference } from '#/api/kpi/permissions/compare-access.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Note } from '#/ui/feedback/Note.tsx'

interface AccessDiffersProps {
  difference: AccessDifference
  isPending: boolean
  /** Completes the change. Absent if another button does it. */
  onFinish?: () => void
  /** Keeps the access as it is on the server. */
  onKeep?: () => void
}

/** Shown if the access after a change is not what was chosen: lists the different permissions. */
export function AccessDiffers({ difference, isPending, onFinish, onKeep }: AccessDiffersProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const { now, missing, extra, isLimitChanged } = difference
  const namesOf = (codenames: readonly string[]) =>
    format.list(codenames.map((codename) => (isCodename(codename) ? t(`permission.${codename}`) : codename)))
  const isGone = now.held.size + (now.unknown?.length ?? 0) === 0
  const actions = (
    <>
      {onFinish && (
        <Button loading={isPending} onClick={onFinish}>
          {t('differs.finish')}
        </Button>
      )}
      {onKeep && (
        <Button variant="default" disabled={isPending} onClick={onKeep}>
          {t('differs.keep')}
        </Button>
      )}
    </>
  )
  return (
    <Note hue="ochre" icon={IconAlertTriangle} role="alert" title={t('differs.title')} actions={onFinish && actions}>
      <p>{t('differs.text')}</p>
      {missing.length > 0 && <p>{t('differs.missing', { permissions: namesOf(missing) })}</p>}
      {extra.length > 0 && <p>{t('differs.extra', { permissions: namesOf(extra) })}</p>}
      {isLimitChanged && <p>{t('differs.limit')}</p>}
      {isGone && <p>{t('differs.gone')}</p>}
    </Note>
  )
}
