import type { SortKey } from './row-order.ts'
import { trueOrders } from './true-order.ts'

addEventListener('message', ({ data }: MessageEvent<SortKey[]>) => postMessage(trueOrders(data)))
