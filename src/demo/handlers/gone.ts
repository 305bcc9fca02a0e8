import { refusal } from '#/demo/answers.ts'
import { type Resource, resource } from '#/demo/resource.ts'

const gone = () =>
  refusal(410, {
    detail:
      'The V1 API has been removed. Please read the migration article at https://support.kobotoolbox.org/migrating_api.html',
  })

/** Addresses of the API before v2 [0122, 0123]. Their patterns match those of v2 too: they come after all others. */
export const goneResources: Resource[] = ['environment/', 'assets/', 'api/v1/*'].map((path) =>
  resource(path, { GET: gone, POST: gone }),
)
