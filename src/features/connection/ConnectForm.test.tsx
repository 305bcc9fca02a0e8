import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { setTransport } from '#/api/client.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { ConnectForm } from './ConnectForm.tsx'

const SERVER = 'https://kf.example.org:8443'
const PATTERN = 'https://kf.example.org/*'

const given = new Set<string>()
const listeners = new Set<() => void>()
const sent: string[] = []
const onConnected = vi.fn<(connection: { username: string }) => void>()
let isInClick = false
let answer: 'yes' | 'no' = 'yes'

/** The permissions API of a browser: requests need a click, and must match the manifest. */
const permissions = {
  request: async ({ origins: [pattern = ''] }: { origins: string[] }) => {
    if (!isInClick) throw new Error('This function must be called during a user gesture')
    if (!pattern.startsWith('https:')) throw new Error('Only permissions specified in the manifest may be requested.')
    if (answer === 'no') return false
    given.add(pattern)
    listeners.forEach((listener) => listener())
    return true
  },
  contains: async ({ origins }: { origins: string[] }) => origins.every((pattern) => given.has(pattern)),
  getAll: async () => ({ origins: [...given] }),
  onAdded: {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  },
}

/** Simulates the user activation, which ends with the click handler. */
const openClick = () => {
  isInClick = true
  queueMicrotask(() => (isInClick = false))
}

async function openForm(servers = [{ name: 'Our server', url: SERVER }]) {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ConnectForm servers={servers} next="/projects" onConnected={onConnected} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Username'), 'alice')
  await user.type(screen.getByLabelText('Password'), 'secret')
  return user
}

const connect = () => screen.getByRole('button', { name: 'Connect' })
const question = () => screen.queryByText(/your browser asks/)

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('connection')
})

beforeEach(() => {
  setTransport(SERVER, async ({ url }) => {
    sent.push(url)
    return Response.json(url.includes('/token/') ? { token: 'k3y' } : { username: 'alice', server_time: '' })
  })
  document.addEventListener('submit', openClick, { capture: true })
  answer = 'yes'
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  document.removeEventListener('submit', openClick, { capture: true })
  onConnected.mockClear()
  given.clear()
  sent.length = 0
})

describe('as an extension', () => {
  beforeEach(() => void vi.stubGlobal('chrome', { permissions }))

  it('explains the prompt, requests access in the click, and connects', async () => {
    const user = await openForm()
    await vi.waitFor(() => expect(question()?.textContent).toContain('kf.example.org'))
    await user.click(connect())
    await vi.waitFor(() => expect(onConnected).toHaveBeenCalled())
    expect([...given]).toEqual([PATTERN])
    expect(question()).toBeNull()
  })

  it('sends nothing if access is refused, keeps the input, and requests again', async () => {
    answer = 'no'
    const user = await openForm()
    await user.click(connect())
    expect((await screen.findByRole('alert')).textContent).toContain('Your browser did not allow it')
    expect(sent).toEqual([])
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('secret')

    answer = 'yes'
    await user.click(connect())
    await vi.waitFor(() => expect(onConnected).toHaveBeenCalled())
  })

  it('requires https', async () => {
    const user = await openForm([{ name: 'Old server', url: 'http://old.example.org' }])
    await user.click(connect())
    expect((await screen.findByRole('alert')).textContent).toContain('This address does not use https')
    expect(sent).toEqual([])
  })
})

describe('on a web page', () => {
  it('warns of an unencrypted server before anything is sent, and keeps the input', async () => {
    const plain = 'http://kf.example.org:8080'
    setTransport(plain, async ({ url }) => {
      sent.push(url)
      return Response.json(url.includes('/token/') ? { token: 'k3y' } : { username: 'alice', server_time: '' })
    })
    const user = await openForm([{ name: 'Old server', url: plain }])
    await act(() => user.click(connect()))
    const dialog = await screen.findByRole('dialog', { name: 'Connect without encryption?' })
    expect(dialog.textContent).toContain('kf.example.org:8080')
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(sent).toEqual([])
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('secret')

    await act(() => user.click(connect()))
    await user.click(await screen.findByRole('button', { name: 'Connect anyway' }))
    await vi.waitFor(() => expect(onConnected).toHaveBeenCalled())
  })

  it('does not mention access', async () => {
    const user = await openForm()
    expect(question()).toBeNull()
    await user.click(connect())
    await vi.waitFor(() => expect(onConnected).toHaveBeenCalled())
  })
})
