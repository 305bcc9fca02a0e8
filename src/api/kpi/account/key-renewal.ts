import { ApiError } from '#/api/errors.ts'

/** What became of the old key: it still works, it is deleted, or the server did not say. */
export type KeyState = 'kept' | 'deleted' | 'unknown'

/** A renewal of the API key that ended early. */
export class KeyRenewalError extends ApiError {
  readonly state: KeyState
  /** Private, so that no log and no bug report has it. */
  readonly #oldKey: string | undefined

  constructor(cause: unknown, state: KeyState, oldKey?: string) {
    const { kind, message, status } = cause instanceof ApiError ? cause : new ApiError('unreadable', '')
    super(kind, message, { cause, ...(status !== undefined && { status }) })
    this.state = state
    this.#oldKey = oldKey
  }

  /** The key that was to be replaced, as far as it was read. */
  oldKey = () => this.#oldKey
}
