import { redirect } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import { paths } from '../paths.ts'
import { requireConnection } from '../require-connection.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  requireConnection(request)
  return redirect(paths.projects())
}
