import type { Transport } from '#/demo/transport.ts'

const TEXT = /^(text\/|application\/(json|javascript|manifest)|image\/svg)/

/** Texts go over the network as web servers send them. */
export const withGzip =
  (answer: Transport): Transport =>
  async (request) => {
    const response = await answer(request)
    const isAsked = request.headers.get('Accept-Encoding')?.includes('gzip') === true
    if (
      !isAsked ||
      !response.body ||
      response.headers.has('Content-Encoding') ||
      !TEXT.test(response.headers.get('Content-Type') ?? '')
    )
      return response
    const headers = new Headers(response.headers)
    headers.set('Content-Encoding', 'gzip')
    headers.delete('Content-Length')
    return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { status: response.status, headers })
  }
