const two = (number: number) => String(number).padStart(2, '0')

/** The date in the time zone of this device: `2026-11-20`. */
export const dayText = (day: Date) =>
  `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`

/** The moment at which a day (`2026-11-20`) begins in the time zone of this device, or `days` days later. */
export function startOfDay(day: string, days = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + days)
}

/** Whether a text is a day of the calendar between 1900 and 2999: `2026-02-30` is none. */
export const isDay = (text: string) =>
  /^(?:19|2\d)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
