import * as z from 'zod/mini'
import { Asset } from '../assets/schema.ts'

/** `deployment/` after each change [0506]: carries the asset as it is now. */
export const Deployment = z.object({ active: z.boolean(), version_id: z.string(), asset: Asset })
