import { type LoaderFunctionArgs, redirect } from 'react-router'
import { paths } from '#/app/paths.ts'
import { requireConnection } from '#/app/require-connection.ts'

/** Redirects from the root to the list of projects. */
export async function homeLoader({ request }: LoaderFunctionArgs) {
  requireConnection(request)
  return redirect(paths.projects())
}
