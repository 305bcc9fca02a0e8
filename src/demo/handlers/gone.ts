import { type Resource, resource } from '#/demo/resource.ts'
import { errorResponse } from '#/demo/responses.ts'

const gone = () =>
  errorResponse(410, {
    detail:
      'The V1 API has been removed. Please read the migration article at https://support.kobotoolbox.org/migrating_api.html',
  })

/** Paths of the API before v2 [0122, 0123]. Their patterns also match v2 paths, so they must be the last handlers. */
export const goneResources: Resource[] = ['environment/', 'assets/', 'api/v1/*'].map((path) =>
  resource(path, { GET: gone, POST: gone }),
)
