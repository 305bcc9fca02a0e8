import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ownFile } from '../client.ts'
import { ApiError } from '../errors.ts'
import { AppConfig } from './schema.ts'

export const appConfigQueries = {
  /** What the host decided; all defaults where the host serves no such file. */
  config: () =>
    queryOptions({
      queryKey: ['app-config'],
      queryFn: async ({ signal }) => {
        try {
          return await ownFile('config.json', AppConfig, signal)
        } catch (error) {
          if (error instanceof ApiError && error.kind === 'not-found') return z.parse(AppConfig, {})
          throw error
        }
      },
      staleTime: Infinity,
      gcTime: Infinity,
    }),
}
