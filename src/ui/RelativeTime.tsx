import { useSyncExternalStore } from 'react'
import { useFormat } from '#/i18n/use-format.ts'
import { onEveryMinute } from '#/lib/time/every-minute.ts'

/** A time as "2 hr ago" where it is recent, with the full time as a tooltip. Renders again only when its text changes. */
export function RelativeTime({ iso }: { iso: string }) {
  const format = useFormat()
  const text = useSyncExternalStore(onEveryMinute, () => format.relativeTime(iso))
  return (
    <time dateTime={iso} title={format.fullDateTime(iso)} dir="auto">
      {text}
    </time>
  )
}
