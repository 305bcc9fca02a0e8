import { IconDots } from '@tabler/icons-react'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { isolate } from '#/lib/bidi.ts'
import { isBlank } from '#/lib/is-blank.ts'
import classes from './ListCells.module.css'
import { RowMenu } from './RowMenu.tsx'
import { projectSelection, useIsSelected, useSelectedPart } from './selection/selection.ts'

const MIXED = { none: false, some: true, all: false }

/** The checkbox of a project, or of all on this page (`project` is `null`). */
export function SelectCell({ project }: { project: AssetListItem | null }) {
  return project ? <ProjectCheckbox project={project} /> : <PageCheckbox />
}

function ProjectCheckbox({ project }: { project: AssetListItem }) {
  const { t } = useTranslation(['project-actions', 'projects'])
  const isSelected = useIsSelected(project.uid)
  return (
    <label className={classes.checkbox}>
      <input
        type="checkbox"
        aria-label={t('cell.project', { name: isolate(nameOf(project, t('projects:unnamed'))) })}
        checked={isSelected}
        onChange={({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) =>
          projectSelection.toggle(
            project,
            currentTarget.checked,
            nativeEvent instanceof MouseEvent && nativeEvent.shiftKey,
          )
        }
        // A click with Shift would select the text between.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      />
    </label>
  )
}

function PageCheckbox() {
  const { t } = useTranslation(['project-actions', 'projects'])
  const part = useSelectedPart()
  return (
    <label className={classes.checkbox}>
      <input
        type="checkbox"
        aria-label={t('cell.page')}
        ref={(input) => {
          if (input) input.indeterminate = MIXED[part]
        }}
        checked={part === 'all'}
        onChange={() => projectSelection.togglePage(part !== 'all')}
      />
    </label>
  )
}

interface MenuCellProps {
  project: AssetListItem | null
  username: string
  linkTo: (assetUid: string, page: 'summary' | 'sharing' | 'settings') => string
}

/** The menu of a project. It is a plain button until it is opened. */
export function MenuCell({ project, username, linkTo }: MenuCellProps) {
  const { t } = useTranslation(['project-actions', 'projects'])
  const [wasOpened, setWasOpened] = useState(false)
  if (!project) return <span className={classes.hidden}>{t('cell.actions')}</span>
  const label = t('cell.menu', { name: isolate(nameOf(project, t('projects:unnamed'))) })
  if (wasOpened) return <RowMenu project={project} username={username} linkTo={linkTo} label={label} />
  return (
    <button
      type="button"
      className={classes.menu}
      aria-label={label}
      aria-haspopup="menu"
      onClick={() => setWasOpened(true)}
    >
      <IconDots size={18} stroke={1.75} aria-hidden />
    </button>
  )
}

const nameOf = ({ name }: AssetListItem, unnamed: string) => (isBlank(name) ? unnamed : name)
