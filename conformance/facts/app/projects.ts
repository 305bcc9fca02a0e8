import { changeDetails, changeTags, detailsOf } from '#/api/kpi/assets/mutations.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { changeDeployment } from '#/api/kpi/deployment/mutations.ts'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { fileQueries } from '#/api/kpi/files/queries.ts'
import { openRosaQueries } from '#/api/kpi/open-rosa/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { copyMediaFile, copyProject, copySharing } from '#/api/kpi/projects/mutations.ts'
import { projectQueries } from '#/api/kpi/projects/queries.ts'
import { savePublishingNote } from '#/api/kpi/publishing-notes/mutations.ts'
import { NOTES_KEY } from '#/api/kpi/publishing-notes/schema.ts'
import { tagQueries } from '#/api/kpi/tags/queries.ts'
import { bringBackVersion } from '#/api/kpi/versions/mutations.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import { fact, type Group } from '../../fact.ts'
import { SECOND_CONTENT } from '../../lab/form.ts'
import type { Lab, Project } from '../../lab/lab.ts'
import { createDeployedProject, createProject, onePixel } from '../../lab/projects.ts'

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
      name: 'the running form has the name and the files of its last deployment, whatever was saved since',
      source: ['2284', '2285', '2287'],
      when: async (lab) => {
        const { uid, path } = await createDeployedProject(lab, 'running')
        const { name } = await lab.me.query(assetQueries.detail(uid))
        await uploadPixel(lab, { uid, path, rows: [] })
        await lab.me.request('PATCH', path, { body: { name: `${name}-renamed` } })
        const read = async () => {
          const form = await lab.me.query(openRosaQueries.runningForm(uid))
          const files = form?.manifestPath
            ? await lab.me.query(openRosaQueries.runningFiles(uid, form.manifestPath))
            : []
          const saved = (await lab.me.query(fileQueries.media(uid))).results
          const isSameFile = files.length === 1 && files[0]?.hash === saved[0]?.metadata.hash
          return [form?.title.replace(name, ''), files.map(({ filename }) => filename), isSameFile]
        }
        const before = await read()
        const { version_id: versionId } = await lab.me.query(assetQueries.detail(uid))
        await lab.me.mutate(changeDeployment(uid), { action: 'redeploy', versionId: versionId ?? '' })
        return [before, await read()]
      },
      expected: [
        ['', [], false],
        ['-renamed', ['pixel.png'], true],
      ],
    }),
    fact({
      name: 'a project that is not deployed is not among the running forms',
      source: ['0536'],
      when: async (lab) => lab.me.query(openRosaQueries.runningForm((await lab.project('draft')).uid)),
      expected: null,
    }),
    fact({
      name: 'a publishing note is kept in the settings, beside the others, and makes no version',
      source: ['2020', '2021', '0372'],
      when: async (lab) => {
        const { uid, path } = await createProject(lab, 'noted')
        const { version_id: version } = await lab.me.query(assetQueries.detail(uid))
        await lab.me.request('PATCH', path, {
          body: { settings: { description: 'About', [NOTES_KEY]: { v1: 'One' } } },
        })
        await lab.me.mutate(savePublishingNote(uid), { versionUid: 'v2', from: '', to: 'Two' })
        const late = lab.me.mutate(savePublishingNote(uid), { versionUid: 'v2', from: '', to: 'Late' })
        const kind = await late.catch(({ kind: late }: { kind: string }) => late)
        const { settings, version_id: after } = await lab.me.query(assetQueries.detail(uid))
        return [settings.description, settings[NOTES_KEY], kind, after === version]
      },
      expected: ['About', { v1: 'One', v2: 'Two' }, 'conflict', true],
    }),
    fact({
      name: 'an earlier version is brought back under the current name, and not deployed',
      source: ['0534'],
      when: async (lab) => {
        const { uid, path } = await createDeployedProject(lab, 'brought-back')
        const first = await lab.me.query(assetQueries.detail(uid))
        const [name, contentHash] = [`${first.name}-renamed`, first.version__content_hash ?? '']
        await lab.me.request('PATCH', path, { body: { name, content: SECOND_CONTENT } })
        const seen = await lab.me.query(assetQueries.detail(uid))
        const change = { versionUid: first.version_id ?? '', contentHash, seenVersion: seen.version_id }
        const late = lab.me.mutate(bringBackVersion(uid), { ...change, seenVersion: first.version_id })
        const kind = await late.catch(({ kind: late }: { kind: string }) => late)
        const after = await lab.me.mutate(bringBackVersion(uid), change)
        const { results: deployed } = await lab.me.query(versionQueries.deployed(uid))
        return [
          deployed.map((version) => version.uid === first.version_id),
          kind,
          after.name === name,
          after.version__content_hash === contentHash,
          after.deployed_version_id === first.deployed_version_id,
          after.version_id === first.version_id,
        ]
      },
      expected: [[true], 'conflict', true, true, true, false],
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
        const hidden = await lab.me
          .mutate(copySharing(target.uid), { from: 'aNoSuchProject00000000' })
          .catch(({ kind }: { kind: string }) => kind)
        return [(await codenamesOf()).toSorted(), hidden]
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
