import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import {
  IconApi,
  IconArrowsExchange,
  IconBroadcast,
  IconDownload,
  IconFileImport,
  IconFolder,
  IconForms,
  IconGauge,
  IconHistory,
  IconKeyboard,
  IconLayoutList,
  IconPlugConnected,
  IconPlus,
  IconSearch,
  IconSettings,
  IconTable,
  IconUser,
  IconUserPlus,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { paths } from '#/app/paths.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { foldText } from '#/lib/fold-text.ts'
import { jumpSpotlight } from './jump-spotlight.ts'
import { isShortcutsOpen } from '#/app/layouts/shortcuts/shortcuts.ts'

type SpotlightActions = SpotlightActionData | SpotlightActionGroupData

/** The longest list that is drawn. */
const LIMIT = 50
const ICON = { size: 18, stroke: 1.75, 'aria-hidden': true } as const

/** Finds a project, a page or an action by typing a part of its name. It opens when it is first rendered. */
export function JumpTo({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('jump')
  const groups = useJumpGroups()
  const locale = useLocale()
  useEffect(() => jumpSpotlight.open(), [])
  return (
    <Spotlight
      store={jumpSpotlight.store}
      actions={groups}
      limit={LIMIT}
      shortcut={null}
      scrollable
      overlayProps={{ blur: 0 }}
      maxHeight="min(420px, 60vh)"
      nothingFound={t('nothing')}
      filter={(query, groups) => filterByWords(query, groups, locale)}
      searchProps={{
        leftSection: <IconSearch {...ICON} />,
        placeholder: t('placeholder'),
        'aria-label': t('label'),
      }}
      removeScrollProps={{ removeScrollBar: false }}
      onExitTransitionEnd={onClose}
      aria-label={t('label')}
    />
  )
}

/** The groups whose items have all words of the query, without regard to case and accents. */
function filterByWords(query: string, groups: readonly SpotlightActions[], locale: string): SpotlightActions[] {
  const words = foldText(query, locale).split(/\s+/).filter(Boolean)
  return groups.flatMap((group): SpotlightActions[] => {
    if (!('actions' in group)) return [group]
    const actions = group.actions.filter(({ label = '' }) => {
      const text = foldText(label, locale)
      return words.every((word) => text.includes(word))
    })
    return actions.length > 0 ? [{ ...group, actions }] : []
  })
}

function useJumpGroups(): SpotlightActionGroupData[] {
  const { t } = useTranslation(['jump', 'common', 'project'])
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { data: projects = [], isPending, isError } = useQuery(assetQueries.names())
  const current = projects.find(({ uid }) => pathname.startsWith(paths.project(uid)))
  const to = (id: string, label: string, path: string, Icon: typeof IconFolder): SpotlightActionData => ({
    id,
    label,
    leftSection: <Icon {...ICON} />,
    onClick: () => void navigate(path),
  })

  return [
    ...(current
      ? [
          {
            group: t('jump:group.project', { name: current.name }),
            actions: [
              to('summary', t('project:tabs.summary'), paths.project(current.uid), IconBroadcast),
              to('form', t('project:tabs.form'), paths.form(current.uid), IconForms),
              to('submissions', t('project:tabs.submissions'), paths.submissions(current.uid), IconTable),
              to('exports', t('jump:action.exports'), paths.exports(current.uid), IconDownload),
              to('data-links', t('jump:action.dataLinks'), paths.dataLinks(current.uid), IconPlugConnected),
              to('sharing', t('project:tabs.sharing'), paths.sharing(current.uid), IconUserPlus),
              to('add-people', t('jump:action.addPeople'), paths.addPeople(current.uid), IconUserPlus),
              to('settings', t('project:tabs.settings'), paths.settings(current.uid), IconSettings),
              to('services', t('project:settings.services'), paths.settings(current.uid, 'services'), IconWebhook),
              to('activity', t('project:settings.activity'), paths.settings(current.uid, 'activity'), IconHistory),
            ],
          },
        ]
      : []),
    {
      group: t('jump:group.pages'),
      actions: [
        to('projects', t('common:projects'), paths.projects(), IconLayoutList),
        to('access', t('common:accessReview'), paths.access(), IconUsersGroup),
        to('imports', t('common:imports'), paths.imports(), IconFileImport),
        to('account', t('common:account'), paths.account(), IconUser),
        to('usage', t('jump:action.usage'), paths.account('usage'), IconGauge),
        to('account-activity', t('jump:action.accountActivity'), paths.account('activity'), IconHistory),
        to('transfers', t('common:transfers'), paths.transfers(), IconArrowsExchange),
        to('api-guide', t('common:apiGuide'), paths.apiGuide(), IconApi),
        to('new-project', t('jump:action.newProject'), paths.newProject(), IconPlus),
        {
          id: 'shortcuts',
          label: t('common:shortcuts'),
          leftSection: <IconKeyboard {...ICON} />,
          onClick: () => isShortcutsOpen.set(true),
        },
      ],
    },
    {
      group: t(isPending ? 'jump:group.loading' : isError ? 'jump:group.failed' : 'jump:group.projects'),
      actions: projects.map(({ uid, name }) => to(uid, name || uid, paths.project(uid), IconFolder)),
    },
  ]
}
