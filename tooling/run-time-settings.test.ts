import { expect, it } from 'vitest'
import { appConfigFor } from '#/api/app-config/schema.ts'
import { settingsFor } from './run-time-settings.ts'

const server = new URL('https://kf.example.org:8443/')
const hosted = { servers: [{ name: 'Ours', url: 'https://kobo.example.org' }], demo: false }

it('puts the given server before the others, and keeps the rest', () => {
  expect(settingsFor(hosted, server)).toEqual({
    servers: [{ name: 'kf.example.org:8443', url: '/kobo' }, ...hosted.servers],
    demo: false,
  })
})

const AppConfig = appConfigFor({ site: 'http://localhost:4173/', languages: [] })

it('opens the demo on a first visit if no server is given', () => {
  expect(AppConfig.parse(settingsFor({ servers: [] }, undefined)).firstVisit).toBe('demo')
  expect(AppConfig.parse(settingsFor({ servers: [] }, server)).firstVisit).toBe('connect')
})

it('says that the app is for trying out if there is no server to reach', () => {
  expect(AppConfig.parse(settingsFor({ servers: [] }, undefined)).trial).toBe(true)
  expect(AppConfig.parse(settingsFor({ servers: [] }, server)).trial).toBe(false)
  expect(AppConfig.parse(settingsFor(hosted, undefined)).trial).toBe(false)
})
