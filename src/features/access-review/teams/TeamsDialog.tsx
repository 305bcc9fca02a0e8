import { Button, FileButton } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import type { ApiError } from '#/api/errors.ts'
import { useAccessName } from '#/features/access-review/AccessMark.tsx'
import { Impossible } from '#/features/access-review/menus/EverywhereDialog.tsx'
import type { Review, ReviewedProject } from '#/features/access-review/model/review.ts'
import type { RequestedAccess } from '#/features/access-review/plan/plan.ts'
import { checkAccounts } from '#/features/access-review/spreadsheet/check-accounts.ts'
import { loadFileLabels } from '#/features/access-review/spreadsheet/file-labels.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { saveFile } from '#/lib/save-file.ts'
import { BYTE_ORDER_MARK, csvDialectOf, csvLine } from '#/lib/spreadsheet/csv.ts'
import { readTableInWorker } from '#/lib/spreadsheet/read-table-in-worker.ts'
import { Dialog, DialogActions } from '#/ui/dialogs/Dialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import { TeamForm } from './TeamForm.tsx'
import { applyTeam, rowsOfTeams, type TeamList, teamsOf } from './team-list.ts'
import classes from './teams.module.css'
import { useTeamLists } from './use-team-lists.ts'

interface TeamsDialogProps {
  review: Review
  /** The projects that a list is applied to. */
  projects: readonly ReviewedProject[]
  onRequest: (requested: readonly RequestedAccess[]) => void
  onClose: () => void
}

/** Lists of people with a role, kept in this browser: made, changed, exported, imported, and applied to projects. */
export function TeamsDialog({ review, projects, onRequest, onClose }: TeamsDialogProps) {
  const { t } = useTranslation(['access', 'common'])
  const format = useFormat()
  const locale = useLocale()
  const nameOf = useAccessName()
  const client = useQueryClient()
  const { teams, isStored, change } = useTeamLists()
  const [edited, setEdited] = useState<TeamList | 'new' | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  /** The lists as they were before the last deletion or import. */
  const [previous, setPrevious] = useState<readonly TeamList[] | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const reset = useRef<() => void>(null)
  const run = useRef<AbortController>(null)
  useEffect(() => () => run.current?.abort(), [])

  /** Asks the server about people who have no access to any project yet, then plans. */
  const apply = async (team: TeamList) => {
    const known = new Set(review.people.map(({ username }) => username))
    run.current = new AbortController()
    const { signal } = run.current
    setBusy(team.name)
    setError(null)
    try {
      const accounts = await checkAccounts(
        client,
        team.people.filter((name) => !known.has(name)),
        { signal, onProgress: () => {} },
      )
      const unknown = team.people.filter((name) => accounts.get(name) === null)
      onRequest(applyTeam(team, projects, accounts).requested)
      setPrevious(null)
      if (unknown.length === 0) onClose()
      else setNotice(t('access:teams.unknown', { count: unknown.length, names: format.list(unknown) }))
    } catch (thrown) {
      if (!signal.aborted) setError(apiErrors.from(thrown))
    } finally {
      if (!signal.aborted) setBusy(null)
    }
  }

  const remove = ({ name }: TeamList) => {
    setPrevious(teams)
    change([name], [])
    setNotice(t('access:teams.deleted', { name }))
  }

  const undo = (lists: readonly TeamList[]) => {
    change(
      teams.map(({ name }) => name),
      lists,
    )
    setPrevious(null)
    setNotice(null)
  }

  const save = () => {
    const csv = csvDialectOf(locale)
    const headings = (['team', 'person', 'role', 'own'] as const).map((key) => t(`access:teams.column.${key}`))
    const rows = rowsOfTeams(teams, { role: nameOf, yes: t('access:file.yes'), no: t('access:file.no') })
    const text = [headings, ...rows].map((row) => csvLine(row, csv))
    saveFile(new Blob([BYTE_ORDER_MARK, ...text], { type: 'text/csv' }), `${t('access:teams.title')}.csv`)
  }

  const read = async (file: File) => {
    try {
      const [table, labels] = await Promise.all([readTableInWorker(file), loadFileLabels()])
      const found = teamsOf(table, labels)
      setPrevious(teams)
      change([], found.teams)
      const read = t('access:teams.imported', { count: found.teams.length })
      const rows = format.list(found.problems.slice(0, 20).map((row) => format.number(row)))
      setNotice(found.problems.length === 0 ? read : `${read} ${t('access:teams.problems', { rows })}`)
    } catch {
      setPrevious(null)
      setNotice(t('access:import.notATable', { file: file.name }))
    }
  }

  if (edited !== null) {
    return (
      <TeamForm
        team={edited === 'new' ? null : edited}
        names={teams.map(({ name }) => name)}
        onSave={(team) => {
          change(edited === 'new' ? [] : [edited.name], [team])
          setPrevious(null)
          setNotice(null)
          setEdited(null)
        }}
        onClose={() => setEdited(null)}
      />
    )
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('access:teams.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={classes.body}>
        <p>{isStored ? t('access:teams.text') : t('access:teams.notStored')}</p>
        {teams.length === 0 && <p className={classes.empty}>{t('access:teams.none')}</p>}
        <ul className={classes.list} aria-label={t('access:teams.title')}>
          {teams.map((team) => (
            <li key={team.name} className={classes.team}>
              <div className={classes.what}>
                <bdi className={classes.name}>{team.name}</bdi>
                <span className={classes.facts}>
                  {t(team.ownOnly ? 'access:teams.factsOwn' : 'access:teams.facts', {
                    people: t('access:count.people', { count: team.people.length }),
                    role: nameOf(team.role),
                  })}
                </span>
              </div>
              <div className={classes.actions}>
                <Button disabled={projects.length === 0} loading={busy === team.name} onClick={() => void apply(team)}>
                  {t('access:teams.apply', { count: projects.length })}
                </Button>
                <Button variant="default" onClick={() => setEdited(team)}>
                  {t('access:teams.edit', { name: team.name })}
                </Button>
                <Button variant="subtle" color="brick" onClick={() => remove(team)}>
                  {t('access:teams.delete', { name: team.name })}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        {teams.length > 0 && projects.length === 0 && <p>{t('access:teams.select')}</p>}
        {teams.length > 0 && <Impossible list={{ requested: [], impossible: impossibleIn(projects) }} />}
        {notice !== null && (
          <Note
            hue={previous ? 'petrol' : 'ochre'}
            icon={previous ? IconInfoCircle : IconAlertTriangle}
            role="status"
            title={notice}
            actions={
              previous && (
                <Button variant="default" onClick={() => undo(previous)}>
                  {t('access:teams.undo')}
                </Button>
              )
            }
          />
        )}
        {error && <ErrorPanel kind={error.kind} title={t('access:teams.notChecked')} message={error.message} />}
      </div>
      <DialogActions>
        <FileButton
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          resetRef={reset}
          onChange={(file) => {
            reset.current?.()
            if (file) void read(file)
          }}
        >
          {({ onClick }) => (
            <Button variant="subtle" onClick={onClick}>
              {t('access:teams.import')}
            </Button>
          )}
        </FileButton>
        <Button variant="subtle" disabled={teams.length === 0} onClick={save}>
          {t('access:teams.export')}
        </Button>
        <Button variant="default" onClick={() => setEdited('new')}>
          {t('access:teams.new')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const impossibleIn = (projects: readonly ReviewedProject[]) =>
  projects.filter(({ canManage }) => !canManage).map((project) => ({ project, obstacle: 'not-manager' as const }))
