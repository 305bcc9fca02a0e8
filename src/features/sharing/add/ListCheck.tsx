import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '#/features/sharing/parts/sharing.module.css'
import { useFormat } from '#/i18n/use-format.ts'
import type { CheckedNames } from './check-names.ts'

interface CheckProgressProps {
  progress: { done: number; total: number }
  onStop: () => void
}

/** How far a list of names is checked. */
export function CheckProgress({ progress: { done, total }, onStop }: CheckProgressProps) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const text = t('add.checking', { done: format.number(done), total: format.number(total) })
  return (
    <div className={classes.checking}>
      <p role="status">{text}</p>
      <Progress aria-label={text} value={(100 * done) / Math.max(1, total)} />
      <Button variant="default" onClick={onStop}>
        {t('add.cancel')}
      </Button>
    </div>
  )
}

/** Names listed in full; the number says how many there are. */
const MAX_LISTED = 30

/** What came of the check, before anything is sent. */
export function CheckReport({ checked: { found, unknown, skipped } }: { checked: CheckedNames }) {
  const { t } = useTranslation('sharing')
  const format = useFormat()
  const listed = (names: readonly string[]) =>
    names.length > MAX_LISTED ? `${names.slice(0, MAX_LISTED).join(', ')}…` : format.list([...names])
  const already = skipped.filter(({ reason }) => reason === 'already').map(({ name }) => name)
  const owner = skipped.find(({ reason }) => reason === 'owner')
  return (
    <div className={classes.consequences} role="status">
      <p>
        {found.length > 0 ? (
          <>
            <b>{t('add.found', { count: found.length })}</b>: {listed(found)}
          </>
        ) : (
          t('add.nobodyFound')
        )}
      </p>
      {unknown.length > 0 && <p>{t('add.unknownKept', { count: unknown.length, names: listed(unknown) })}</p>}
      {already.length > 0 && <p>{t('add.alreadyCount', { count: already.length, names: listed(already) })}</p>}
      {owner && <p>{t('add.ownerListed', { name: owner.name })}</p>}
      {skipped.some(({ reason }) => reason === 'anonymous') && <p>{t('add.problem.anonymous')}</p>}
    </div>
  )
}
