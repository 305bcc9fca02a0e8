import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import type { AmountKind } from './amounts.ts'

/** A function that formats an amount in its unit. Seconds become minutes, as they are sold. */
export function useAmountText() {
  const { t } = useTranslation('usage')
  const format = useFormat()
  return (kind: AmountKind, amount: number) => {
    switch (kind) {
      case 'storage_bytes':
        return format.fileSize(amount)
      case 'asr_seconds':
        return t('minutes', { count: Math.ceil(amount / 60) })
      default:
        return format.number(amount)
    }
  }
}
