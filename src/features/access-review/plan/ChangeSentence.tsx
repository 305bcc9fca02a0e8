import { Trans, useTranslation } from 'react-i18next'
import { CODENAMES, impliedBy, isCodename } from '#/api/kpi/permissions/codenames.ts'
import { useAccessName } from '#/features/access-review/AccessMark.tsx'
import { nameOfAccess } from '#/features/access-review/model/role-of-access.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { isPublicChange, type PlannedChange } from './plan.ts'

function Name({ children }: { children: string }) {
  return (
    <b>
      <bdi>{children}</bdi>
    </b>
  )
}

/** One change in words: who, what, where. */
export function ChangeSentence({ change }: { change: PlannedChange }) {
  const { t } = useTranslation(['access', 'sharing'])
  const nameOf = useAccessName()
  const format = useFormat()
  const { username, project, from, to, partial } = change
  const rules = partial.flatMap(({ filters }) => filters)
  const isOwn = rules.every((filter) => JSON.stringify(filter) === JSON.stringify({ _submitted_by: username }))
  const isNew = from.held.size === 0 && !from.unknown?.length
  const name = to.size === 0 ? 'none' : nameOfAccess({ held: to })
  const kind = isPublicChange(change)
    ? to.size === 0
      ? 'notPublic'
      : 'lessPublic'
    : to.size === 0
      ? 'leaves'
      : name === 'some' && partial.length > 0
        ? isOwn
          ? 'own'
          : 'some'
        : name === 'custom' || name === 'some'
          ? 'custom'
          : isNew
            ? 'joins'
            : 'becomes'
  const strongest = CODENAMES.filter(
    (codename) => to.has(codename) && ![...to].some((other) => impliedBy(other).includes(codename)),
  )
  const limited = partial.map(({ codename }) => codename).filter((codename) => isCodename(codename))
  const what = format.list(
    (limited.length > 0 ? limited : strongest).map((codename) => t(`sharing:permission.${codename}`)),
  )
  const isLimitLifted = from.held.has('partial_submissions') && to.size > 0 && !to.has('partial_submissions')
  return (
    <>
      <Trans
        t={t}
        i18nKey={`access:sentence.${kind}`}
        values={{ role: nameOf(name), what }}
        components={{ name: <Name>{username}</Name>, project: <bdi>{project}</bdi> }}
      />
      {isLimitLifted && <> {t('access:sentence.limitLifted')}</>}
    </>
  )
}
