import type { Problem } from '../../declare/input.ts'
import type { Register } from '../../declare/register.ts'
import { addFileToDraft, removeFileOfDraft } from '../../engine/files/draftFiles.ts'
import { filesOfDraft } from '../../engine/files/stored.ts'
import { notFound } from '../../engine/outcome.ts'
import { within } from '../../engine/store/transaction.ts'
import { Button, ButtonGroup, Form } from '../components/index.ts'
import { type OpenForm, openForm } from '../forms/longForm.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler, Visit, Web } from '../web.ts'
import { AddFile, FileList } from './fileParts.tsx'
import { problemsOf, scanSoon } from './files.tsx'
import { orSent } from './longForm.tsx'

const shown = async (web: Web, visit: Visit, form: OpenForm, problems: readonly Problem[] = []): Promise<Answer> => {
  const files = await within(web.engine, visit.actor, tx => filesOfDraft(tx, form.draft.id))
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: 'Files',
      section: form.register.pathway.start.label,
      problems,
      back: { href: form.path, text: 'All parts' },
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Files</h1>
          <FileList files={files} removeHref={({ id }) => `${form.path}/files/${id}/remove`} />
          <AddFile action={`${form.path}/files`} csrf={visit.csrf} problems={problems} />
          <Button href={form.path}>Continue</Button>
        </>
      ),
    }),
  }
}

/** The files of a form that is not sent yet: shared with it, and part of the record once it is sent. */
export const formFilesPage =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => shown(web, visit, await openForm(web, visit, register)))

/** Takes a file, or says why not; everything else in the form stays as it is. */
export const takeFileForForm =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      try {
        await addFileToDraft(web.engine, visit.actor, form.draft.id, visit.file)
      } catch (error) {
        return shown(web, visit, form, problemsOf(error))
      }
      scanSoon(web)
      return { redirect: `${form.path}/files` }
    })

/** Asks, then takes a file out of the form. */
export const removeFormFile =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      const files = await within(web.engine, visit.actor, tx => filesOfDraft(tx, form.draft.id))
      const file = files.find(({ id }) => id === visit.params.file)
      if (!file) throw notFound()
      if (visit.typed._remove === 'yes') {
        await removeFileOfDraft(web.engine, visit.actor, form.draft.id, file.id)
        return { redirect: `${form.path}/files` }
      }
      const title = 'Do you want to remove this file?'
      return {
        page: frame(web, visit, {
          title,
          section: register.pathway.start.label,
          back: { href: `${form.path}/files` },
          children: (
            <>
              <h1 class="govuk-heading-l">{title}</h1>
              <p class="govuk-body canopy-file-name">{file.name}</p>
              <Form action={`${form.path}/files/${file.id}/remove`} csrf={visit.csrf}>
                <ButtonGroup>
                  <Button kind="warning" name="_remove" value="yes" preventDoubleClick={true}>
                    Remove
                  </Button>
                  <a class="govuk-link" href={`${form.path}/files`}>
                    Keep
                  </a>
                </ButtonGroup>
              </Form>
            </>
          ),
        }),
      }
    })
