import { queryOptions } from '@tanstack/react-query'
import { ownFile } from '../client.ts'
import { AppConfig } from './schema.ts'

export const appConfigQueries = {
  config: () =>
    queryOptions({
      queryKey: ['app-config'],
      queryFn: ({ signal }) => ownFile('config.json', AppConfig, signal),
      staleTime: Infinity,
      gcTime: Infinity,
    }),
}
