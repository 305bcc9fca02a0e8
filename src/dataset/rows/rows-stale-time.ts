/**
 * Milliseconds for which rows and columns of a view are not requested again, also as a person goes back and forth. Rows that
 * arrive or are deleted are noticed by the state of the dataset; whatever this app writes invalidates them.
 */
export const ROWS_STALE_TIME = 300_000
