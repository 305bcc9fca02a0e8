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
import type { DataColumn } from '#/dataset/model/columns.ts'

const ICONS: Record<DataColumn['kind'] | 'unknown', TablerIcon> = {
  status: IconFilter,
  id: IconHash,
  submitted: IconCalendarTime,
  person: IconUser,
  text: IconLetterCase,
  number: IconNumber,
  selectOne: IconCircleDot,
  selectMultiple: IconListCheck,
  date: IconCalendar,
  time: IconClock,
  dateTime: IconCalendarTime,
  point: IconMapPin,
  shape: IconRoute,
  photo: IconPhoto,
  audio: IconMicrophone,
  video: IconVideo,
  file: IconFile,
  calculation: IconCalculator,
  device: IconDeviceMobile,
  repeat: IconRepeat,
  unknown: IconHistory,
}

interface KindIconProps {
  column: DataColumn
  size: number
  className?: string | undefined
}

/** The icon of a column's kind; the label stands beside it. */
export function KindIcon({ column, size, className }: KindIconProps) {
  const Icon = ICONS[column.isOlder ? 'unknown' : kindOf(column)]
  return <Icon size={size} stroke={1.75} {...(className !== undefined && { className })} aria-hidden />
}

/** A column's kind, as a key under `kind` in the catalogue. */
export const kindOf = ({ source, kind }: DataColumn) => (source === 'unknown' ? 'unknown' : kind)
