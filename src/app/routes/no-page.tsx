import { NoPage } from '../NoPage.tsx'

export const Component = NoPage
