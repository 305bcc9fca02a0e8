const DAY = /^\d{4}-\d\d-\d\d$/
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/

const twoDigits = (number: number) => String(number).padStart(2, '0')

/**
 * Converts an ISO date and time, UTC if it has no zone, to local time as spreadsheets read it: "2026-11-20 16:42:07".
 * Returns other texts unchanged, dates without a time among them.
 */
export function localTime(text: string): string {
  const [isDateTime, zone] = DATE_TIME.exec(text) ?? []
  if (!isDateTime || DAY.test(text)) return text
  const date = new Date(zone ? text : `${text}Z`)
  if (Number.isNaN(date.getTime())) return text
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
  return `${day} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}:${twoDigits(date.getSeconds())}`
}
