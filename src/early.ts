import * as z from 'zod/mini'
import { showFirstProjects } from '#/app/preloading/first-projects.ts'
import { requestFirstData } from '#/app/preloading/request-first-data.ts'
import { loadFirstTexts } from '#/i18n/catalogues.ts'
import { preferredLanguage } from '#/i18n/languages.ts'

z.config({ jitless: true }) // a strict Content-Security-Policy allows no code from text

/**
 * Runs while `main.tsx`, which is five times as large, is still loading: requests what the first view needs besides. What
 * fails here is requested again by the app, which shows why.
 */
function preloadFirstView() {
  const language = preferredLanguage().code
  const list = requestFirstData(location.hash, language)
  const [, assetUid, view] = /^#\/projects\/(\w+)(?:\/(\w+))?/.exec(location.hash) ?? []
  const parts: Promise<unknown>[] = [list ? showFirstProjects(list, language) : loadFirstTexts(language)]
  if (assetUid !== undefined) parts.push(import('./app/layouts/project-page.tsx'))
  if (assetUid !== undefined && view === undefined) parts.push(import('./app/routes/project-summary.tsx'))
  if (view === 'submissions')
    parts.push(import('./app/loaders/submissions-loader.ts'), import('./app/routes/submissions.tsx'))
  for (const part of parts) part.catch(() => null)
}

preloadFirstView()
