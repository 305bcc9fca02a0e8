import { changeDetails, changeTags, detailsOf } from '#/api/kpi/assets/mutations.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { fileQueries } from '#/api/kpi/files/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { copyMediaFile, copyProject, copySharing } from '#/api/kpi/projects/mutations.ts'
import { projectQueries } from '#/api/kpi/projects/queries.ts'
import { tagQueries } from '#/api/kpi/tags/queries.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab, Project } from '../../lab/lab.ts'
import { createProject, onePixel } from '../../lab/projects.ts'

const uploadPixel = async (lab: Lab, { path }: Project) => {
  const body = new FormData()
  body.set('description', 'default')
  body.set('file_type', 'form_media')
  body.set('metadata', JSON.stringify({ filename: 'pixel.png' }))
  body.set('content', new File([onePixel()], 'pixel.png', { type: 'image/png' }))
  await lab.me.request('POST', `${path}files/`, { body })
}

/** What the app does with whole projects. */
export const appProjects: Group = {
  name: 'actions of the app on projects',
  facts: [
    fact({
      name: 'one project is found in the list by its uid',
      source: ['0302'],
      when: async (lab) => {
        const { uid } = await createProject(lab, 'to-find')
        const found = await lab.me.query(projectQueries.listed(uid))
        return [found?.uid === uid, await lab.me.query(projectQueries.listed('aNoSuchProject00000000'))]
      },
      expected: [true, null],
    }),
    fact({
      name: 'tags are added and removed, and the others stay',
      source: ['2500', '2501', '0146'],
      when: async (lab) => {
        const { uid } = await createProject(lab, 'to-tag')
        await lab.me.mutate(changeTags(uid), { add: ['conf north', 'conf old'], remove: [] })
        await lab.me.mutate(changeTags(uid), { add: ['conf new'], remove: ['conf old'] })
        const tags = detailsOf(await lab.me.query(assetQueries.detail(uid))).tags
        const known = await lab.me.query(tagQueries.names())
        return [tags.toSorted(), ['conf new', 'conf north'].every((tag) => known.includes(tag))]
      },
      expected: [['conf new', 'conf north'], true],
    }),
    fact({
      name: 'description, sector and country are set from the choices of the server, with a conflict if others changed them',
      source: ['0120', '0371', '0372'],
      when: async (lab) => {
        const { uid, path } = await createProject(lab, 'details')
        const choices = await lab.me.query(environmentQueries.projectChoices())
        const [value, label] = choices.country_choices[0] ?? ['', '']
        const from = detailsOf(await lab.me.query(assetQueries.detail(uid)))
        const to = { ...from, description: 'About', countries: [{ value, label }], tags: ['conf one'] }
        const changed = detailsOf(await lab.me.mutate(changeDetails(uid), { from, to }))
        await lab.me.request('PATCH', path, { body: { settings: { description: 'By a colleague' } } })
        const late = lab.me.mutate(changeDetails(uid), { from: changed, to: { ...changed, description: 'Late' } })
        return [
          changed.description,
          changed.countries[0]?.value === value,
          changed.tags,
          await late.catch(({ kind }: { kind: string }) => kind),
        ]
      },
      expected: ['About', true, ['conf one'], 'conflict'],
    }),
    fact({
      name: 'a template can be the source of a project',
      source: ['0411'],
      when: async (lab) => {
        const { uid: source } = await createProject(lab, 'source-of-a-template')
        const body = { clone_from: source, name: 'fieldboard-conformance-template', asset_type: 'template' }
        const template = (await lab.me.request('POST', 'api/v2/assets/', { body })).body as { uid: string }
        lab.created.set(template.uid, lab.me.username)
        const templates = await lab.me.query(projectQueries.templates())
        const project = await lab.me.mutate(copyProject(), {
          from: template.uid,
          name: 'fieldboard-conformance-from-template',
        })
        lab.created.set(project.uid, lab.me.username)
        return [templates.some(({ uid }) => uid === template.uid), project.deployment_status]
      },
      expected: [true, 'draft'],
    }),
    fact({
      name: 'media files are copied from form to form, each once',
      source: ['1101', '1104', '1112', '1114'],
      when: async (lab) => {
        const source = await createProject(lab, 'media-source')
        const target = await createProject(lab, 'media-target')
        await uploadPixel(lab, source)
        const { results } = await lab.me.query(fileQueries.media(source.uid))
        for (const file of [...results, ...results]) await lab.me.mutate(copyMediaFile(target.uid), file)
        const copied = (await lab.me.query(fileQueries.media(target.uid))).results
        return copied.map(({ metadata }) => metadata.filename)
      },
      expected: ['pixel.png'],
    }),
    fact({
      name: 'the sharing of another project replaces that of a project; a project out of sight is not found',
      source: ['0660', '0663'],
      needs: 'other',
      when: async (lab) => {
        const source = await createProject(lab, 'sharing-source')
        const target = await createProject(lab, 'sharing-target')
        const codenamesOf = async () => {
          const { results } = await lab.me.query(permissionQueries.list(target.uid))
          return results.flatMap(({ user, permission }) =>
            user.includes(`/${lab.other.username}/`) ? [permission.split('/').at(-2) ?? ''] : [],
          )
        }
        await lab.me.request('POST', `${source.path}permission-assignments/`, {
          body: { user: `/api/v2/users/${lab.other.username}/`, permission: '/api/v2/permissions/view_submissions/' },
        })
        await lab.me.mutate(copySharing(target.uid), { from: source.uid })
        const hidden = lab.me.mutate(copySharing(target.uid), { from: 'aNoSuchProject00000000' })
        return [(await codenamesOf()).toSorted(), await hidden.catch(({ kind }: { kind: string }) => kind)]
      },
      expected: [['view_asset', 'view_submissions'], 'not-found'],
    }),
    fact({
      name: 'bulk actions on assets refuse drafts and unknown actions',
      source: ['1404', '1410'],
      when: async (lab) => {
        const { uid } = await createProject(lab, 'bulk-draft')
        const send = async (payload: object) =>
          (await lab.me.request('POST', 'api/v2/assets/bulk/', { body: { payload } })).body
        return [
          await send({ asset_uids: [uid], action: 'archive' }),
          await send({ asset_uids: [uid], action: 'explode' }),
        ]
      },
      expected: [
        { payload: ['Draft projects cannot be archived'] },
        { payload: ['Supported values for `action` are: archive, unarchive, delete, undelete'] },
      ],
    }),
  ],
}
