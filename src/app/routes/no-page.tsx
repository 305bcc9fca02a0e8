import { NoPage } from '#/app/NoPage.tsx'

export const Component = NoPage
