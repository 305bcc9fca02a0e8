import {
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconClock,
  IconClockPause,
  IconCloudOff,
  IconCopy,
  IconFileSearch,
  IconHelpCircle,
  IconUpload,
  type TablerIcon,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ImportActions, type ImportPaths } from './ImportActions.tsx'
import classes from './ImportLine.module.css'
import { ImportText } from './ImportText.tsx'
import { RenameImported } from './RenameImported.tsx'
import type { ImportProgress } from '#/features/import-form/job/import-progress.ts'
import type { ShownImport } from '#/features/import-form/job/use-import-jobs.ts'

type StageIcon = readonly [Icon: TablerIcon, hue: 'petrol' | 'leaf' | 'ochre' | 'brick' | 'grey']

const STAGE_ICONS: Record<ImportProgress['stage'], StageIcon> = {
  checking: [IconFileSearch, 'petrol'],
  queued: [IconClock, 'grey'],
  sending: [IconUpload, 'petrol'],
  waiting: [IconClock, 'petrol'],
  repeated: [IconCopy, 'ochre'],
  slow: [IconClockPause, 'ochre'],
  done: [IconCircleCheck, 'leaf'],
  failed: [IconCircleX, 'brick'],
  refused: [IconCircleX, 'brick'],
  held: [IconCircleX, 'brick'],
  unchecked: [IconHelpCircle, 'ochre'],
  unsent: [IconCircleX, 'brick'],
  unknown: [IconHelpCircle, 'ochre'],
  lost: [IconHelpCircle, 'ochre'],
  stopped: [IconCircleMinus, 'grey'],
}
const NO_ANSWER: StageIcon = [IconCloudOff, 'ochre']

interface ImportLineProps extends ImportPaths {
  item: ShownImport
  /** All projects, as far as they are loaded. */
  projects: readonly { uid: string; name: string }[]
}

/** One import: its file, its progress, and its actions. */
export function ImportLine({ item, projects, ...paths }: ImportLineProps) {
  const { t } = useTranslation('imports')
  const line = useRef<HTMLLIElement>(null)
  const { id, fileName, progress, counts } = item
  const { stage } = progress
  const hasFault = stage === 'waiting' && progress.fault !== null
  const name = stage === 'done' ? projects.find(({ uid }) => uid === progress.projectUid)?.name : undefined
  const [isRenaming, setRenaming] = useState(false)
  const isNameTaken = name !== undefined && projects.filter((project) => project.name === name).length > 1
  const [Icon, hue] = hasFault ? NO_ANSWER : STAGE_ICONS[stage]

  return (
    <li className={classes.line} data-stage={stage} ref={line} tabIndex={-1}>
      <Icon className={classes.icon} data-hue={hue} size={18} stroke={1.75} aria-hidden />
      <div>
        <div className={classes.name} id={`import-${id}`}>
          <bdi>{name ?? fileName}</bdi>
        </div>
        <div className={classes.text}>
          {name !== undefined && name !== fileName && (
            <p>
              <Trans t={t} i18nKey="file" components={{ file: <bdi>{fileName}</bdi> }} />
            </p>
          )}
          <ImportText item={item} pathOfProject={paths.pathOfProject} />
          {counts && counts.warnings > 0 && (
            <p>
              <Link to={paths.pathOfCheck(id)} aria-describedby={`import-${id}`}>
                {t('warnings', { count: counts.warnings })}
              </Link>
            </p>
          )}
          {isNameTaken && <p className={classes.warning}>{t('sameName')}</p>}
          {isRenaming && name !== undefined && stage === 'done' && progress.projectUid !== undefined && (
            <RenameImported
              uid={progress.projectUid}
              name={name}
              onClose={() => {
                setRenaming(false)
                line.current?.focus()
              }}
            />
          )}
        </div>
        {(stage === 'sending' || stage === 'waiting') && (
          <div className={classes.bar} role="progressbar" aria-label={t(`progress.${stage}`, { file: fileName })} />
        )}
      </div>
      <div className={classes.actions}>
        {/* The button that had the focus is removed: the focus moves to the line. */}
        <ImportActions
          {...paths}
          item={item}
          onAction={() => line.current?.focus()}
          onRename={name === undefined || isRenaming ? undefined : () => setRenaming(true)}
        />
      </div>
    </li>
  )
}
