import {
  IconCalculator,
  IconCalendar,
  IconCalendarTime,
  IconCircleDot,
  IconClock,
  IconDeviceMobile,
  IconFile,
  IconFilter,
  IconHash,
  IconHistory,
  IconLetterCase,
  IconListCheck,
  IconMapPin,
  IconMicrophone,
  IconNumber,
  IconPhoto,
  IconRepeat,
  IconRoute,
  IconUser,
  IconVideo,
  type TablerIcon,
} from '@tabler/icons-react'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'

const ICONS: Record<SubmissionColumn['kind'] | 'unknown', TablerIcon> = {
  status: IconFilter,
  id: IconHash,
  submitted: IconCalendarTime,
  person: IconUser,
  text: IconLetterCase,
  number: IconNumber,
  one: IconCircleDot,
  several: IconListCheck,
  date: IconCalendar,
  time: IconClock,
  dateTime: IconCalendarTime,
  place: IconMapPin,
  shape: IconRoute,
  photo: IconPhoto,
  audio: IconMicrophone,
  video: IconVideo,
  file: IconFile,
  calculation: IconCalculator,
  device: IconDeviceMobile,
  repeat: IconRepeat,
  // What the form no longer knows looks back.
  unknown: IconHistory,
}

interface KindIconProps {
  column: SubmissionColumn
  size: number
  className?: string | undefined
}

/** What a column holds, as a sign beside the word. */
export function KindIcon({ column, size, className }: KindIconProps) {
  const Icon = ICONS[column.isOlder ? 'unknown' : kindOf(column)]
  return <Icon size={size} stroke={1.75} {...(className !== undefined && { className })} aria-hidden />
}

/** Key in the catalogue for what a column holds. */
export const kindOf = ({ source, kind }: SubmissionColumn) => (source === 'unknown' ? 'unknown' : kind)
