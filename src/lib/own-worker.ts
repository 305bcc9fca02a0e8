interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string }
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

/** The only policy that our Content-Security-Policy allows: workers from the origin of the page. */
const policy = trustedTypes?.createPolicy('fieldboard-worker', {
  createScriptURL: (url) => {
    if (new URL(url, document.baseURI).origin !== location.origin) throw new TypeError(`Not a worker of ours: ${url}`)
    return url
  },
})

/** Starts a worker of the build; `url` comes from an import that ends in `?worker&url`. */
export const startWorker = (url: string) => new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module' })
