const DAY = /^\d{4}-\d\d-\d\d$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/

const two = (number: number) => String(number).padStart(2, '0')

/** "2026-11-20 16:42:07" by this device's clock, as spreadsheets read it; a day stays that day. No zone means UTC. */
export function localTime(text: string): string {
  const [isMoment, zone] = MOMENT.exec(text) ?? []
  if (!isMoment || DAY.test(text)) return text
  const at = new Date(zone ? text : `${text}Z`)
  if (Number.isNaN(at.getTime())) return text
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}
