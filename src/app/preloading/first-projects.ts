import * as z from 'zod/mini'
import { projectContextOf } from '#/api/kpi/assets/project-context.ts'
import type { ProjectPage } from '#/api/kpi/assets/queries.ts'
import { type AssetListItem, DeploymentStatus } from '#/api/kpi/assets/schema.ts'
import { readPersonalData, writePersonalData } from '#/api/personal-storage.ts'
import { projectPageParams } from '#/app/loaders/project-list-page.ts'
import { paths } from '#/app/paths.ts'
import { FIRST_NAMESPACES, loadFirstTexts } from '#/i18n/catalogues.ts'
import { type Language, languageOf } from '#/i18n/languages.ts'
import { KEYS, readStored } from '#/lib/browser-storage.ts'
import type projectTexts from '#/i18n/locales/en/projects.json'
import { isBlank } from '#/lib/is-blank.ts'

/** What is shown of a project. `status` and `count` are the server's `deployment_status` and number of submissions. */
const FirstProject = z.object({
  uid: z.string(),
  name: z.string(),
  context: z.string(),
  status: z.nullable(DeploymentStatus),
  count: z.nullable(z.number()),
})
type FirstProject = z.infer<typeof FirstProject>

type Texts = typeof projectTexts

export interface RequestedList {
  connectionId: string
  page: ProjectPage
  projects: Promise<readonly AssetListItem[]>
}

let shown: HTMLElement | undefined
let isOver = false

/**
 * Shows the projects of a list while the code of the app is still loading, which takes seconds on a slow network: at once
 * those of the last visit, if it is the list without search and filters, then those of the response. Links work: the app
 * starts at the address that it finds. The app ends it by {@link removeFirstProjects}. Rejects if the request fails.
 */
export async function showFirstProjects({ connectionId, page, projects }: RequestedList, code: string) {
  const language = languageOf(code)
  const catalogues = await loadFirstTexts(code)
  const texts = catalogues[FIRST_NAMESPACES.indexOf('projects')] as Texts
  const isWholeList = projectPageParams(page).size === 0
  const stored = z.array(FirstProject).safeParse(isWholeList && readPersonalData(connectionId, 'first-projects'))
  if (stored.success) show(stored.data, texts, language)

  const responded = (await projects).map((project) => firstProjectOf(project, language))
  show(responded, texts, language)
  if (isWholeList) writePersonalData(connectionId, 'first-projects', '', responded)
}

/** Removes the projects in favour of the app's own page. None are shown from then on. */
export function removeFirstProjects() {
  isOver = true
  removeEventListener('hashchange', markFollowed)
  shown?.remove()
  shown = undefined
}

function firstProjectOf(project: AssetListItem, { locale }: Language): FirstProject {
  const { uid, name, deployment_status: status, deployment__submission_count: count } = project
  const { countries, sector } = projectContextOf(project.settings)
  const context = [new Intl.ListFormat(locale).format(countries), sector].filter(Boolean).join(' · ')
  return { uid, name, context, status: status ?? null, count: status === 'draft' ? null : count }
}

function show(projects: readonly FirstProject[], texts: Texts, { code, dir, locale }: Language) {
  if (isOver || projects.length === 0) return
  const rows = projects.map(({ uid, name, context, status, count }) =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [
        element('a', { href: `#${paths.project(uid)}` }, [
          element('bdi', { textContent: isBlank(name) ? texts.unnamed : name }),
        ]),
        element('bdi', { textContent: context }),
      ]),
      element('td', { textContent: status === null ? '' : texts.status[status] }),
      element('td', { textContent: count === null ? '' : count.toLocaleString(locale) }),
    ]),
  )
  const page = element('div', { className: 'fb-first', lang: code, dir }, [
    element('div', { className: 'fb-first-top' }),
    element('main', {}, [
      element('h1', { textContent: texts.title }),
      element('table', { ariaLabel: texts.title }, [element('tbody', {}, rows)]),
    ]),
  ])
  document.documentElement.dataset['mantineColorScheme'] ??= isDark() ? 'dark' : 'light'
  if (shown) shown.replaceWith(page)
  else document.body.append(page)
  shown = page
  addEventListener('hashchange', markFollowed)
}

/** A link was followed, to where the app is going to start. */
const markFollowed = () => {
  if (shown) shown.ariaBusy = 'true'
}

/** As Mantine decides later. */
function isDark() {
  const scheme = readStored('device', KEYS.colourScheme)
  return scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  children: readonly Node[] = [],
) {
  const created = Object.assign(document.createElement(tag), properties)
  created.append(...children)
  return created
}
