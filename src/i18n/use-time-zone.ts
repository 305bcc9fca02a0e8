import { useLocale } from './use-locale.ts'

const zoneIn = (locale: string, timeZoneName: 'long' | 'shortOffset') =>
  new Intl.DateTimeFormat(locale, { timeZoneName }).formatToParts().find(({ type }) => type === 'timeZoneName')
    ?.value ?? ''

const zones = new Map<string, string>()

function timeZoneIn(locale: string): string {
  const zone = zones.get(locale) ?? `${zoneIn(locale, 'long')} (${zoneIn(locale, 'shortOffset').replace('GMT', 'UTC')})`
  zones.set(locale, zone)
  return zone
}

/** The user's time zone: "East Africa Time (UTC+3)". */
export const useTimeZone = (): string => timeZoneIn(useLocale())
