import type { ApiError } from '#/api/errors.ts'
import { i18n } from '#/i18n/i18n.ts'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'
import { notify } from '#/ui/feedback/notify.ts'

/** Shows the error of a mutation as a notification. */
export function reportMutationError(error: ApiError) {
  const showError = () =>
    notify({
      color: 'brick',
      autoClose: false,
      title: i18n.t(`errors:${error.kind ?? 'unexpected'}.title`),
      message:
        (error.kind !== 'other-account' && error.message) ||
        (error.kind === 'no-network'
          ? i18n.t('errors:no-network.unsaved')
          : i18n.t(`errors:${error.kind ?? 'unexpected'}.explanation`, { account: error.message })),
    })
  void loadNamespaces('errors').then(showError, showError)
}
