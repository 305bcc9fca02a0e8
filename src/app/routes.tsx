import type { LoaderFunctionArgs, RouteObject, ShouldRevalidateFunctionArgs } from 'react-router'
import { ProjectError, RouteError } from './RouteError.tsx'
import { Starting } from './Starting.tsx'
import { SHELL, shellLoader } from './follow-connection.ts'
import { Shell } from './layouts/Shell.tsx'
import { lazyRoute } from './lazy-route.ts'
import { homeLoader } from './loaders/home-loader.ts'
import { projectLoader, summaryLoader } from './loaders/project-loaders.ts'
import { projectsLoader } from './loaders/projects-loader.ts'
import { connectionLoader } from './require-connection.ts'
import { Projects } from './routes/projects.tsx'

/** In the chunk of the project page, which loads before that of the table. */
const submissionsLoader = async (args: LoaderFunctionArgs) =>
  (await import('./loaders/submissions-loader.ts')).submissionsLoader(args)

/**
 * The table itself requests another page, sort or filter, with its snapshot, which the loader does not know. A second run of
 * the loader would request rows that are not shown.
 */
const isOtherProject = ({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) =>
  currentParams['assetUid'] !== nextParams['assetUid']

/**
 * All addresses of the app. A lazy route module exports `Component`. The `loader` is not lazy, so that a page's first
 * requests do not wait for its code.
 */
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
          { index: true, loader: homeLoader },
          { path: 'connect', lazy: lazyRoute(() => import('./routes/connect.tsx'), 'connection') },
          { path: 'change-connection', loader: async () => (await import('./change-loader.ts')).changeLoader() },
          { path: 'signed-in', lazy: lazyRoute(() => import('./routes/signed-in.tsx'), 'connection') },
          { path: 'demo', lazy: lazyRoute(() => import('./routes/demo.tsx'), 'connection') },
          { path: 'demo/web-form', lazy: lazyRoute(() => import('./routes/web-form.tsx'), 'connection') },
          { path: 'projects', loader: projectsLoader, Component: Projects },
          {
            path: 'access',
            loader: connectionLoader,
            lazy: lazyRoute(() => import('./routes/access.tsx'), 'access', 'sharing', 'errors'),
          },
          {
            path: 'imports/check?/:importId?',
            loader: connectionLoader,
            lazy: lazyRoute(() => import('./routes/imports.tsx'), 'imports', 'errors'),
          },
          {
            path: 'transfers',
            loader: connectionLoader,
            lazy: lazyRoute(() => import('./routes/transfers.tsx'), 'sharing', 'errors'),
          },
          {
            path: 'account/:page?',
            loader: connectionLoader,
            lazy: lazyRoute(() => import('./routes/account.tsx'), 'account', 'errors'),
          },
          { path: 'api-guide', lazy: lazyRoute(() => import('./routes/api-guide.tsx'), 'api-guide') },
          {
            path: 'projects/:assetUid',
            id: 'project',
            ErrorBoundary: ProjectError,
            loader: projectLoader,
            lazy: lazyRoute(() => import('./layouts/project-page.tsx'), 'project', 'deployment', 'errors'),
            children: [
              {
                ErrorBoundary: RouteError,
                children: [
                  {
                    index: true,
                    loader: summaryLoader,
                    lazy: lazyRoute(() => import('./routes/project-summary.tsx')),
                  },
                  {
                    path: 'form',
                    lazy: lazyRoute(() => import('#/app/routes/form/project-form.tsx'), 'submissions'),
                  },
                  {
                    path: 'compare',
                    lazy: lazyRoute(() => import('#/app/routes/form/project-compare.tsx')),
                  },
                  { path: 'form/versions', lazy: lazyRoute(() => import('#/app/routes/form/versions.tsx')) },
                  {
                    path: 'submissions',
                    loader: submissionsLoader,
                    shouldRevalidate: isOtherProject,
                    lazy: lazyRoute(() => import('./routes/submissions.tsx'), 'submissions'),
                  },
                  {
                    path: 'submissions/exports/:page?',
                    lazy: lazyRoute(
                      () => import('./routes/exports.tsx'),
                      'submissions',
                      'server-exports',
                      'data-links',
                    ),
                  },
                  {
                    path: 'submissions/:submissionId',
                    lazy: lazyRoute(() => import('./routes/submission.tsx'), 'submissions', 'submission'),
                  },
                  { path: 'sharing', lazy: lazyRoute(() => import('./routes/sharing.tsx'), 'sharing', 'errors') },
                  {
                    path: 'settings/:page?',
                    lazy: lazyRoute(() => import('#/app/routes/settings/project-settings.tsx'), 'sharing'),
                  },
                ],
              },
            ],
          },
          { path: '*', lazy: lazyRoute(() => import('./routes/no-page.tsx'), 'errors') },
        ],
      },
    ],
  },
]
