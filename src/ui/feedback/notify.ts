import type { NotificationData } from '@mantine/notifications'
import { i18n } from '#/i18n/i18n.ts'

const listeners = new Set<() => void>()

/** Calls back when the first notification is on its way. */
export function onNotification(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Tells of what is done, or of a lone action that failed. What belongs to a place is said there instead. */
export async function notify(data: NotificationData) {
  listeners.forEach((listener) => listener())
  const { notifications } = await import('@mantine/notifications')
  notifications.show({ closeButtonProps: { 'aria-label': i18n.t('action.close') }, ...data })
}

/** Tells that what was asked for could not be loaded, where there is no place to say it. */
export const notifyMissingPart = () =>
  void notify({
    color: 'brick',
    title: i18n.t('errors:outdated.title'),
    message: i18n.t('errors:outdated.explanation'),
  })
