import type { NotificationData } from '@mantine/notifications'
import { i18n } from '#/i18n/i18n.ts'

const listeners = new Set<() => void>()

/** Subscribes to `notify`. Returns a function that unsubscribes. */
export function onNotify(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Shows a notification: an action was done, or failed and has no place on the page for its error. */
export async function notify(data: NotificationData) {
  listeners.forEach((listener) => listener())
  const { notifications } = await import('@mantine/notifications')
  notifications.show({ closeButtonProps: { 'aria-label': i18n.t('action.close') }, ...data })
}

/** Shows that a module could not be loaded, where there is no place on the page for the error. */
export const notifyMissingPart = () =>
  void notify({
    color: 'brick',
    title: i18n.t('errors:outdated.title'),
    message: i18n.t('errors:outdated.explanation'),
  })
