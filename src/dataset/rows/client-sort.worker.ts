import { type SortJob, sortedIds } from './client-sort.ts'

addEventListener('message', ({ data }: MessageEvent<SortJob>) => postMessage(sortedIds(data)))
