import { queryOptions } from '@tanstack/react-query'
import { kpi } from '../client.ts'
import { Me } from './schema.ts'

export const sessionQueries = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => kpi.get('me/', Me, { signal }) }),
}
