import type { RouteObject } from 'react-router'
import { RouteError } from './RouteError.tsx'
import { Starting } from './Starting.tsx'
import { changeLoader } from './change-connection.ts'
import { SHELL, shellLoader } from './follow-connection.ts'
import { Shell } from './layouts/Shell.tsx'
import { page } from './page.ts'

/** Every address of the app: the map of the product. A route module exports `loader` and `Component`. */
export const routes: RouteObject[] = [
  {
    path: '/',
    id: SHELL,
    loader: shellLoader,
    shouldRevalidate: () => true,
    Component: Shell,
    HydrateFallback: Starting,
    ErrorBoundary: RouteError,
    children: [
      {
        ErrorBoundary: RouteError,
        children: [
          { index: true, lazy: page(() => import('./routes/home.tsx')) },
          { path: 'connect', lazy: page(() => import('./routes/connect.tsx'), 'connection') },
          { path: 'change-connection', loader: changeLoader },
          { path: 'signed-in', lazy: page(() => import('./routes/signed-in.tsx'), 'connection') },
          { path: 'demo', lazy: page(() => import('./routes/demo.tsx'), 'connection') },
          { path: 'projects', lazy: page(() => import('./routes/projects.tsx'), 'projects') },
          { path: 'imports', lazy: page(() => import('./routes/imports.tsx'), 'imports', 'errors') },
          {
            path: 'projects/:assetUid',
            id: 'project',
            lazy: page(() => import('./layouts/project-page.tsx'), 'project', 'deployment', 'errors'),
            children: [
              {
                ErrorBoundary: RouteError,
                children: [
                  { index: true, lazy: page(() => import('./routes/project-summary.tsx'), 'project') },
                  { path: 'form', lazy: page(() => import('./routes/project-form.tsx'), 'project') },
                  { path: 'submissions', lazy: page(() => import('./routes/submissions.tsx'), 'submissions') },
                  {
                    path: 'submissions/:submissionId',
                    lazy: page(() => import('./routes/submission.tsx'), 'submissions', 'submission'),
                  },
                  { path: 'sharing', lazy: page(() => import('./routes/sharing.tsx'), 'sharing', 'errors') },
                  { path: 'settings', lazy: page(() => import('./routes/project-settings.tsx'), 'project') },
                ],
              },
            ],
          },
          { path: '*', lazy: page(() => import('./routes/no-page.tsx'), 'errors') },
        ],
      },
    ],
  },
]
