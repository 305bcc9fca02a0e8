import { type LoaderFunctionArgs, redirect } from 'react-router'
import { paths } from '#/app/paths.ts'
import { requireConnection } from '#/app/require-connection.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  requireConnection(request)
  return redirect(paths.projects())
}
