import { IconAlertTriangle, IconDownload, IconUpload, IconUsersGroup } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { isUnderWay } from '#/lib/batch-job/batch-job.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Dialog } from '#/ui/dialogs/Dialog.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import classes from './AccessReview.module.css'
import { LoadingReview } from './LoadingReview.tsx'
import { ReviewHead } from './ReviewHead.tsx'
import { ReviewToolbar } from './ReviewToolbar.tsx'
import { useAccessJob, useAccessJobControl } from './carry-out/use-access-job.ts'
import { Overview } from './lists/Overview.tsx'
import { PersonView } from './lists/PersonView.tsx'
import { ProjectView } from './lists/ProjectView.tsx'
import { AccessMatrix } from './matrix/AccessMatrix.tsx'
import type { MenuRequest } from './menus/menu-request.ts'
import { AccessMenu, type AccessActions } from './menus/AccessMenu.tsx'
import { EverywhereDialog } from './menus/EverywhereDialog.tsx'
import { projectOf } from './model/review.ts'
import { countRisks, type Risk, RISKS, withRisk } from './model/risks.ts'
import { PlanPanel } from './plan/PlanPanel.tsx'
import { byProject, changeId, EMPTY_PLAN, type Plan, replan, withoutChange, withRequested } from './plan/plan.ts'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { useReview } from './use-review.ts'

interface AccessReviewProps {
  /** Username of the connection. */
  you: string
  linkToSharing: (uid: string) => string
}

const EMPTY = new Set<string>()
/** Projects that cannot be read, and are listed. */
const MAX_UNREADABLE = 20

const ExportAccessDialog = lazyPart(
  async () => (await import('./spreadsheet/ExportAccessDialog.tsx')).ExportAccessDialog,
)
const TeamsDialog = lazyPart(async () => (await import('./teams/TeamsDialog.tsx')).TeamsDialog)
const ImportAccessDialog = lazyPart(
  async () => (await import('./spreadsheet/ImportAccessDialog.tsx')).ImportAccessDialog,
)

/** All projects by all people, with a plan of changes that is shown before it is carried out. */
export function AccessReview({ you, linkToSharing }: AccessReviewProps) {
  const { t } = useTranslation('access')
  const format = useFormat()
  const isPhone = useIsPhone()
  const [search, setSearch] = useSearchParams()
  const risk = RISKS.find((one) => one === search.get('risk')) ?? null
  const person = search.get('person')
  const projectUid = search.get('project')
  const show = (next: Record<string, string>) => setSearch(next)

  const loading = useReview(you)
  const { review } = loading
  const counts = useMemo(() => countRisks(review), [review])
  const shown = useMemo(() => withRisk(review, risk), [review, risk])
  const project = projectUid === null ? undefined : projectOf(review, projectUid)

  const [plan, setPlan] = useState<Plan>(EMPTY_PLAN)
  const planned = useMemo(() => byProject(plan), [plan])
  const job = useAccessJob()
  const { stop } = useAccessJobControl()
  useUnsaved(plan.size > 0 || (job !== null && isUnderWay(job)))
  useEffect(() => stop, [stop])

  const [menu, setMenu] = useState<MenuRequest | null>(null)
  const [question, setQuestion] = useState<Parameters<AccessActions['onAsk']>[0] | null>(null)
  const [selectedUids, setSelectedUids] = useState<ReadonlySet<string>>(EMPTY)
  const [dialog, setDialog] = useState<'export' | 'import' | 'teams' | null>(null)
  const [isPlanOpen, setIsPlanOpen] = useState(false)
  const selected = useMemo(
    () =>
      selectedUids.size === 0
        ? EMPTY
        : new Set(shown.projects.flatMap(({ uid }) => (selectedUids.has(uid) ? [uid] : []))),
    [selectedUids, shown],
  )

  const actions: AccessActions = {
    onRequest: (requested) => setPlan((before) => withRequested(before, requested)),
    onUnplan: (id) => setPlan((before) => withoutChange(before, id)),
    onPerson: (username) => show({ person: username }),
    onProject: (uid) => show({ project: uid }),
    onAsk: setQuestion,
    linkToSharing,
  }
  const isPlanning = job === null
  const panel = (plan.size > 0 || job !== null) && (
    <PlanPanel
      plan={plan}
      review={review}
      onRemove={actions.onUnplan}
      onDiscard={() => setPlan(EMPTY_PLAN)}
      onStarted={() => setPlan(EMPTY_PLAN)}
      onPlanAgain={(changes) => setPlan((before) => replan(before, changes))}
    />
  )
  const menuPlanned =
    menu && menu.kind !== 'person' && menu.kind !== 'project'
      ? plan.get(changeId(menu.project.uid, menu.kind === 'cell' ? menu.username : ANONYMOUS))
      : undefined

  if (loading.isEmpty || (loading.isLoading && !loading.isComplete)) {
    return (
      <>
        <ReviewHead loading={loading} review={null} />
        {loading.error ? (
          <div className={classes.notes}>
            <ErrorPanel
              kind={loading.error.kind}
              title={t('loading.failed')}
              message={loading.error.message}
              onRetry={loading.resume}
            />
          </div>
        ) : (
          <LoadingReview loaded={loading.loaded} total={loading.total} onStop={loading.stop} />
        )}
      </>
    )
  }

  return (
    <>
      <ReviewHead loading={loading} review={review}>
        <Button
          variant="default"
          leftSection={<IconUsersGroup size={16} stroke={1.75} aria-hidden />}
          aria-haspopup="dialog"
          disabled={!isPlanning}
          onClick={() => setDialog('teams')}
        >
          {t('teams.button')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
          aria-haspopup="dialog"
          disabled={!isPlanning}
          onClick={() => setDialog('import')}
        >
          {t('import.button')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setDialog('export')}
        >
          {t('export.button')}
        </Button>
      </ReviewHead>
      <ReviewToolbar
        review={review}
        counts={counts}
        risk={risk}
        onRisk={(next) => show(next === null ? {} : { risk: next satisfies Risk })}
        shown={{ person, project: projectUid }}
        onPerson={actions.onPerson}
        onProject={actions.onProject}
        onAll={() => show({})}
      />
      {(!loading.isComplete || loading.error || loading.unreadable.length > 0) && (
        <div className={classes.notes}>
          {loading.error ? (
            <ErrorPanel
              kind={loading.error.kind}
              title={t(loading.isComplete ? 'loading.notRefreshed' : 'loading.failed')}
              message={loading.error.message}
              onRetry={loading.isComplete ? loading.refresh : loading.resume}
            />
          ) : (
            !loading.isComplete && (
              <Note
                hue="ochre"
                icon={IconAlertTriangle}
                title={t('loading.partly', {
                  loaded: format.number(loading.loaded),
                  total: format.number(loading.total ?? 0),
                })}
                actions={
                  <Button variant="default" onClick={loading.resume}>
                    {t('loading.resume')}
                  </Button>
                }
              >
                <p>{t('loading.partlyText')}</p>
              </Note>
            )
          )}
          <UnreadableItems kind="project" items={loading.unreadable.slice(0, MAX_UNREADABLE)} />
          {loading.unreadable.length > MAX_UNREADABLE && (
            <p>{t('loading.moreUnreadable', { count: loading.unreadable.length - MAX_UNREADABLE })}</p>
          )}
        </div>
      )}
      <div className={classes.content}>
        {person !== null ? (
          <PersonView review={review} username={person} plan={plan} actions={actions} onBack={() => show({})} />
        ) : projectUid !== null ? (
          project ? (
            <ProjectView project={project} you={you} plan={plan} actions={actions} onBack={() => show({})} />
          ) : (
            <EmptyState
              title={t('project.unknown')}
              actions={
                <Button variant="default" onClick={() => show({})}>
                  {t('list.back')}
                </Button>
              }
            />
          )
        ) : shown.projects.length === 0 ? (
          <EmptyState title={t(risk === null ? 'empty.title' : `empty.${risk}`)}>
            {risk === null && t('empty.text')}
          </EmptyState>
        ) : isPhone ? (
          <Overview review={review} shown={shown} actions={actions} />
        ) : (
          <AccessMatrix
            projects={shown.projects}
            people={shown.people}
            you={you}
            planned={planned}
            selected={selected}
            onToggle={(uid) => setSelectedUids((before) => toggled(before, uid))}
            onToggleAll={() =>
              setSelectedUids(
                selected.size === shown.projects.length ? EMPTY : new Set(shown.projects.map(({ uid }) => uid)),
              )
            }
            onMenu={setMenu}
          />
        )}
        {!isPhone && panel}
      </div>
      {isPhone && panel && (
        <div className={classes.bar}>
          <Button fullWidth aria-haspopup="dialog" onClick={() => setIsPlanOpen(true)}>
            {isPlanning ? t('plan.open', { count: plan.size }) : t('plan.openJob')}
          </Button>
        </div>
      )}
      {isPhone && (
        <Dialog
          opened={isPlanOpen && Boolean(panel)}
          onClose={() => setIsPlanOpen(false)}
          title={t('plan.label')}
          fullScreen
        >
          {panel}
        </Dialog>
      )}
      {menu && isPlanning && (
        <AccessMenu request={menu} planned={menuPlanned} actions={actions} onClose={() => setMenu(null)} />
      )}
      {dialog === 'export' && (
        <ExportAccessDialog
          shown={project && projectUid !== null ? [project] : shown.projects}
          selected={shown.projects.filter(({ uid }) => selected.has(uid))}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'teams' && (
        <TeamsDialog
          review={review}
          projects={project ? [project] : shown.projects.filter(({ uid }) => selected.has(uid))}
          onRequest={actions.onRequest}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'import' && (
        <ImportAccessDialog review={review} onRequest={actions.onRequest} onClose={() => setDialog(null)} />
      )}
      {question && (
        <EverywhereDialog
          {...question}
          review={review}
          onRequest={actions.onRequest}
          onClose={() => setQuestion(null)}
        />
      )}
    </>
  )
}

function toggled(before: ReadonlySet<string>, uid: string): ReadonlySet<string> {
  const next = new Set(before)
  if (!next.delete(uid)) next.add(uid)
  return next
}
