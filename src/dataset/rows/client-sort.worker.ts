import type { SortKey } from '#/dataset/model/sort-keys.ts'
import { sortedIds } from './client-sort.ts'

addEventListener('message', ({ data }: MessageEvent<SortKey[]>) => postMessage(sortedIds(data)))
