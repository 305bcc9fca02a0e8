import { Progress, Table } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { projectUsage } from '#/api/kpi/usage/projection.ts'
import type { ServiceUsage } from '#/api/kpi/usage/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import { type Amount, amountsOf, firstDayOf } from './amounts.ts'
import { useAmountText } from './use-amount-text.ts'
import classes from './Usage.module.css'

interface UsageAmountsProps {
  usage: ServiceUsage
  /** Whether the server refuses what exceeds a limit; `undefined` while that loads. */
  enforced: boolean | 'unknown' | undefined
}

/** Each amount of the period and in all, against its limit where there is one. */
export function UsageAmounts({ usage, enforced }: UsageAmountsProps) {
  const { t } = useTranslation('usage')
  const textOf = useAmountText()
  const amounts = amountsOf(usage)
  const limited = amounts.filter(({ limit }) => limit !== null)
  return (
    <>
      <Table aria-label={t('amounts')} className={classes.table ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('what')}</Table.Th>
            <Table.Th className={classes.number ?? ''}>{t('thisPeriod')}</Table.Th>
            <Table.Th className={classes.number ?? ''}>{t('allTime')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {amounts.map(({ kind, current, all }) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row">{t(`kind.${kind}`)}</Table.Th>
              <Table.Td className={classes.number ?? ''}>
                {current === null ? t('notByPeriod') : textOf(kind, current)}
              </Table.Td>
              <Table.Td className={classes.number ?? ''}>{textOf(kind, all)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {limited.length === 0 && <p>{t('noLimits')}</p>}
      {limited.map((amount) => (
        <Limit key={amount.kind} amount={amount} usage={usage} enforced={enforced} />
      ))}
    </>
  )
}

interface LimitProps extends UsageAmountsProps {
  amount: Amount
}

/** How much of a limit is used, when it is reached at this pace, and what happens then. */
function Limit({ amount: { kind, current, all, limit }, usage, enforced }: LimitProps) {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const textOf = useAmountText()
  if (limit === null) return null
  const used = current ?? all
  const share = limit === 0 ? 100 : (100 * used) / limit
  // What is stored does not begin anew with a period, and the server does not say how fast it grows.
  const projection =
    current === null && used < limit
      ? null
      : projectUsage({
          used,
          limit,
          start: new Date(usage.current_period_start),
          end: new Date(usage.current_period_end),
          // The time of these numbers, by the clock of the server.
          now: new Date(usage.last_updated),
        })
  const name = t(`kind.${kind}`)

  const isAtLimit = projection?.state === 'over' || projection?.state === 'reached'
  const isUrgent = isAtLimit || projection?.state === 'reaches'
  const forecast = () => {
    switch (projection?.state) {
      case 'over':
        return t('forecast.over')
      case 'reached':
        return t('forecast.reached')
      case 'reaches':
        return t('forecast.reaches', { date: format.date(projection.at.toISOString()) })
      case 'lasts':
        return t('forecast.lasts', { amount: textOf(kind, projection.expected) })
      case 'no-pace':
        return t('forecast.noPace')
      default:
        return t('forecast.unknown')
    }
  }
  const consequence = () => {
    switch (enforced) {
      case undefined:
        return ''
      case 'unknown':
        return t('enforcementFailed')
      default:
        return t(enforced ? `stops.${kind}` : 'notEnforced')
    }
  }
  return (
    <section className={classes.limit} aria-label={t('limitOf', { name })}>
      <p>
        <b>{name}</b> {t('ofLimit', { used: textOf(kind, used), limit: textOf(kind, limit) })}
      </p>
      <Progress
        value={Math.min(100, share)}
        color={isUrgent ? 'ochre' : 'petrol'}
        aria-label={t('limitOf', { name })}
      />
      <Note hue={isUrgent ? 'ochre' : 'petrol'} icon={isUrgent ? IconAlertTriangle : IconInfoCircle}>
        <p>
          {forecast()} {consequence()}{' '}
          {isAtLimit && current !== null && t('restarts', { date: format.date(firstDayOf(usage.current_period_end)) })}
        </p>
      </Note>
    </section>
  )
}
