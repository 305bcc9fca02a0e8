import {
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconClock,
  IconClockPause,
  IconCloudOff,
  IconFileSearch,
  IconHelpCircle,
  IconUpload,
  type TablerIcon,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportActions, type ImportPaths } from './ImportActions.tsx'
import classes from './ImportLine.module.css'
import { ImportText } from './ImportText.tsx'
import type { ImportProgress } from './import-progress.ts'
import type { ShownImport } from './use-import-jobs.ts'

type Look = readonly [Icon: TablerIcon, hue: 'petrol' | 'leaf' | 'ochre' | 'brick' | 'grey']

const LOOKS: Record<ImportProgress['stage'], Look> = {
  checking: [IconFileSearch, 'petrol'],
  queued: [IconClock, 'grey'],
  sending: [IconUpload, 'petrol'],
  waiting: [IconClock, 'petrol'],
  slow: [IconClockPause, 'ochre'],
  done: [IconCircleCheck, 'leaf'],
  failed: [IconCircleX, 'brick'],
  refused: [IconCircleX, 'brick'],
  unsent: [IconCircleX, 'brick'],
  unknown: [IconHelpCircle, 'ochre'],
  lost: [IconHelpCircle, 'ochre'],
  stopped: [IconCircleMinus, 'grey'],
}
const NO_ANSWER: Look = [IconCloudOff, 'ochre']

interface ImportLineProps extends ImportPaths {
  item: ShownImport
}

/** One import: what it is, how far it is, and what can be done about it. */
export function ImportLine({ item, ...paths }: ImportLineProps) {
  const { t } = useTranslation('imports')
  const line = useRef<HTMLLIElement>(null)
  const { id, fileName, progress } = item
  const { stage } = progress
  const hasFault = stage === 'waiting' && progress.fault !== null
  const [Icon, hue] = hasFault ? NO_ANSWER : LOOKS[stage]

  return (
    <li className={classes.line} data-stage={stage} ref={line} tabIndex={-1}>
      <Icon className={classes.icon} data-hue={hue} size={18} stroke={1.75} aria-hidden />
      <div>
        <div className={classes.name} id={`import-${id}`}>
          <bdi>{fileName}</bdi>
        </div>
        <div className={classes.text}>
          <ImportText progress={progress} />
        </div>
        {(stage === 'sending' || stage === 'waiting') && (
          <div className={classes.bar} role="progressbar" aria-label={t(`progress.${stage}`, { file: fileName })} />
        )}
      </div>
      <div className={classes.actions}>
        {/* The button that was pressed goes away; the keyboard stays in the line. */}
        <ImportActions {...paths} item={item} onActed={() => line.current?.focus()} />
      </div>
    </li>
  )
}
