import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import classes from './JobResults.module.css'

/** The longest list that is drawn; all of its ids can be copied. */
const MAX_LISTED = 200

/** Items with the same outcome. */
export interface JobResultGroup {
  key: string
  title: string
  ids: readonly (string | number)[]
  copyLabel: string
}

interface JobResultsProps {
  title: string
  groups: readonly JobResultGroup[]
  /** What an item is called; by default its id. The copied list has the names, too. */
  labelOf?: (id: string | number) => string
  /** What is said beside an item, such as why it failed. */
  noteOf: (id: string | number) => ReactNode
  /** Said below a list that leaves out so many. */
  moreLabel: (count: number) => string
  onClose: () => void
}

/** The items of a job that were not done, by outcome, with their ids to be copied. */
export function JobResults({ title, groups, labelOf = String, noteOf, moreLabel, onClose }: JobResultsProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog opened onClose={onClose} title={title} cancelLabel={t('action.close')}>
      {groups.map(({ key, title: heading, ids, copyLabel }) => (
        <section key={key} className={classes.group}>
          <h3>{heading}</h3>
          <ul className={classes.ids}>
            {ids.slice(0, MAX_LISTED).map((id) => (
              <li key={id}>
                <bdi dir={typeof id === 'number' ? 'ltr' : 'auto'}>{labelOf(id)}</bdi> {noteOf(id)}
              </li>
            ))}
          </ul>
          {ids.length > MAX_LISTED && <p>{moreLabel(ids.length - MAX_LISTED)}</p>}
          <CopyNames names={ids.map(labelOf)} label={copyLabel} />
        </section>
      ))}
    </ConfirmDialog>
  )
}

function CopyNames({ names, label }: { names: readonly string[]; label: string }) {
  const { t } = useTranslation()
  const clipboard = useClipboard()
  return (
    <Button variant="subtle" onClick={() => clipboard.copy(names.join('\n'))}>
      {clipboard.copied ? t('action.copied') : label}
    </Button>
  )
}
