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
  IconLanguage,
  IconListCheck,
  IconMapPin,
  IconMessage,
  IconMicrophone,
  IconNumber,
  IconPhoto,
  IconRepeat,
  IconRoute,
  IconUser,
  IconTags,
  IconVideo,
  IconZoomScan,
  type TablerIcon,
} from '@tabler/icons-react'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Supplement } from '#/dataset/model/form.ts'

const ICONS: Record<ReturnType<typeof kindOf> | 'tags', TablerIcon> = {
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
  tags: IconTags,
  transcript: IconMessage,
  translation: IconLanguage,
  analysis: IconZoomScan,
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
export function kindOf(column: DataColumn): Exclude<DataColumn['kind'], 'tags'> | 'unknown' | Supplement['about'] {
  if (column.source === 'supplement') return column.supplement.about
  return column.source === 'unknown' ? 'unknown' : column.kind
}
