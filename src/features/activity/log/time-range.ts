const PARTS = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** "20 Nov, 09:00 – 09:40": two moments in the time zone of this device, with the year if it is not the current one. */
export function timeRange(from: string, to: string, locale: string): string {
  const [start, end] = [new Date(from), new Date(to)]
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) return from === to ? from : `${from} – ${to}`
  const isThisYear = start.getFullYear() === new Date().getFullYear()
  const format = new Intl.DateTimeFormat(locale, isThisYear ? PARTS : { ...PARTS, year: 'numeric' })
  return format.formatRange(start, end)
}
