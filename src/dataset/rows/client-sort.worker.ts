import type { SortKey } from '#/dataset/model/sort-keys.ts'
import { trueOrders } from './client-sort.ts'

addEventListener('message', ({ data }: MessageEvent<SortKey[]>) => postMessage(trueOrders(data)))
