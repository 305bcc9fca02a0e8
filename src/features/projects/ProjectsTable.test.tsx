import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { ProjectsTable } from './ProjectsTable.tsx'
import { DEFAULT_COLUMNS } from './project-columns.tsx'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('projects')
})
afterEach(cleanup)

const projects = ['Wells', 'Markets'].map((name) => ({ uid: name, name, settings: {} }) as AssetListItem)
const columns = DEFAULT_COLUMNS.slice(0, 1)
const linkTo = (uid: string) => `/${uid}`

it('renders its rows only when they change: not when another page is requested', () => {
  const start = vi.fn<(project: AssetListItem | null) => null>(() => null)
  const table = (busy: boolean, shown = projects) => (
    <MantineProvider>
      <MemoryRouter>
        <ProjectsTable
          projects={shown}
          columns={columns}
          username="demo"
          ordering="name"
          onOrder={() => {}}
          linkTo={linkTo}
          busy={busy}
          start={start}
          end={start}
        />
      </MemoryRouter>
    </MantineProvider>
  )
  const rows = () => start.mock.calls.flatMap(([project]) => project?.name ?? [])

  const { rerender } = render(table(false))
  expect(rows()).toEqual(['Wells', 'Wells', 'Markets', 'Markets'])
  start.mockClear()
  rerender(table(true))
  expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true')
  expect(rows()).toEqual([])
  rerender(table(false, [{ ...(projects[0] as AssetListItem), name: 'Boreholes' }, projects[1] as AssetListItem]))
  expect(rows()).toEqual(['Boreholes', 'Boreholes'])
})
