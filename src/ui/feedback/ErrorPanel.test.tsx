import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { ErrorPanel } from './ErrorPanel.tsx'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('errors')
})

afterEach(cleanup)

it('A write that was done under another account is not called undone, names the account, and offers no second try', () => {
  render(
    <MantineProvider env="test">
      <ErrorPanel isChange kind="other-account" title="The name was not saved" words="bob" onRetry={() => {}} />
    </MantineProvider>,
  )
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toContain('This was done under another account')
  expect(alert.textContent).toContain('in the name of bob')
  expect(alert.textContent).not.toContain('not saved')
  expect(screen.queryByRole('button')).toBeNull()
})
