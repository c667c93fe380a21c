import type { Problem } from '../../declare/input.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { fileKinds } from '../../engine/files/kinds.ts'
import { attachmentHeader, downloadName } from '../../engine/files/names.ts'
import {
  addFile,
  fileToRemove,
  openFile,
  pictureToShow,
  removeFile,
  seesFiles,
  takesFiles,
} from '../../engine/files/recordFiles.ts'
import { scanWaiting } from '../../engine/files/scan.ts'
import type { StoredFile } from '../../engine/files/stored.ts'
import { notFound, Outcome } from '../../engine/outcome.ts'
import { type RecordView, readRecord } from '../../engine/store/read.ts'
import { Button, ButtonGroup, Form, Textarea } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler, Visit, Web } from '../web.ts'
import { AddFile, FileList } from './fileParts.tsx'

/** What is wrong with what was sent; every other outcome has a page of its own. */
export const problemsOf = (error: unknown): readonly Problem[] => {
  if (error instanceof Outcome && error.kind === 'invalid') return error.problems
  throw error
}

const removable = (visit: Visit, register: Register, view: RecordView) =>
  takesFiles(register, view.held.row, visit.actor.role) ? ({ id }: StoredFile) => `/files/${id}/remove` : undefined

/** The files of a record on its page, with the form to add one where this person may. */
export const Files = ({ register, view, visit }: { register: Register; view: RecordView; visit: Visit }) => {
  if (!view.files) return null
  const removeHref = removable(visit, register, view)
  return (
    <section aria-labelledby="files">
      <h2 class="govuk-heading-m" id="files">
        Files
      </h2>
      <FileList files={view.files} removeHref={removeHref} />
      {removeHref && (
        <div class="canopy-screen-only">
          <AddFile action={`/${pathOf(register)}/${view.held.row.reference}/files`} csrf={visit.csrf} />
        </div>
      )}
    </section>
  )
}

const filesFrame = async (
  web: Web,
  visit: Visit,
  register: Register,
  problems: readonly Problem[] = [],
): Promise<Answer> => {
  if (!seesFiles(register, visit.actor.role)) throw notFound()
  const view = await readRecord(web.engine, visit.actor, register, visit.params.reference ?? '')
  const { reference } = view.held.row
  const path = `/${pathOf(register)}/${reference}`
  const removeHref = removable(visit, register, view)
  return {
    status: problems.length === 0 ? 200 : 422,
    page: frame(web, visit, {
      title: 'Files',
      section: `${register.record.title} ${reference}`,
      reference,
      back: { href: path, text: `${register.record.title} ${reference}` },
      wide: true,
      problems,
      children: (
        <>
          <h1 class="govuk-heading-l">Files of {reference}</h1>
          <FileList files={view.files ?? []} removeHref={removeHref} />
          {removeHref && <AddFile action={`${path}/files`} csrf={visit.csrf} problems={problems} />}
        </>
      ),
    }),
  }
}

/** The files of a record on a page of their own. */
export const filesPage =
  (register: Register): Handler =>
  (web, visit) =>
    filesFrame(web, visit, register)

/** Takes a file, or says why not. */
export const takeFileForRecord =
  (register: Register): Handler =>
  async (web, visit) => {
    const reference = visit.params.reference ?? ''
    try {
      await addFile(web.engine, visit.actor, register, reference, visit.file)
    } catch (error) {
      return filesFrame(web, visit, register, problemsOf(error))
    }
    scanSoon(web)
    return { redirect: `/${pathOf(register)}/${reference}/files?done=addFile` }
  }

/** After the answer, so that nobody waits for the scanner; what it does not get to stays waiting. */
export const scanSoon = (web: Web): void => {
  setImmediate(() => {
    scanWaiting(web.engine).catch(() => {})
  })
}

/** Nothing of a file is ever run: not its type guessed, no frame, no script, and no copy kept. */
const sealed = { 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'private, no-store' }

/** A file as a download, whatever it is. */
export const downloadPage: Handler = async (web, visit) => {
  const { file, bytes } = await openFile(web.engine, visit.actor, visit.params.file ?? '')
  return {
    file: bytes,
    type: fileKinds[file.kind].mime,
    headers: { ...sealed, 'content-disposition': attachmentHeader(downloadName(file.name, file.kind)) },
  }
}

/** The points of a picture, for the page that shows it. */
export const pictureFile: Handler = async (web, visit) => {
  const { file, bytes } = await openFile(web.engine, visit.actor, visit.params.file ?? '', { picture: true })
  return { file: bytes, type: fileKinds[file.kind].mime, headers: { ...sealed, 'content-disposition': 'inline' } }
}

/** A picture on a page. */
export const previewPage: Handler = async (web, visit) => {
  const { file, path } = await pictureToShow(web.engine, visit.actor, visit.params.file ?? '')
  return {
    page: frame(web, visit, {
      title: 'Picture',
      ...(path ? { back: { href: `${path}/files` } } : {}),
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l canopy-file-name">{file.name}</h1>
          <p class="govuk-body">
            <a class="govuk-link" href={`/files/${file.id}`}>
              Download it
            </a>
          </p>
          <img class="canopy-picture" src={`/files/${file.id}/picture`} alt={file.name} />
        </>
      ),
    }),
  }
}

/** Asks why, then removes a file of a record. */
export const removeFilePage: Handler = async (web, visit) => {
  const id = visit.params.file ?? ''
  const { why } = visit.typed
  if (typeof why !== 'string') return removeFrame(web, visit, id)
  try {
    const { path } = await removeFile(web.engine, visit.actor, id, why)
    return { redirect: `${path}/files?done=removeFile` }
  } catch (error) {
    return removeFrame(web, visit, id, { why, problems: problemsOf(error) })
  }
}

const removeFrame = async (
  web: Web,
  visit: Visit,
  id: string,
  { why = '', problems = [] }: { why?: string; problems?: readonly Problem[] } = {},
): Promise<Answer> => {
  const { file, path, row } = await fileToRemove(web.engine, visit.actor, id)
  return {
    status: problems.length === 0 ? 200 : 422,
    page: frame(web, visit, {
      title: 'Remove a file',
      section: row.reference,
      back: { href: `${path}/files` },
      problems,
      children: (
        <>
          <h1 class="govuk-heading-l">Remove a file</h1>
          <p class="govuk-body canopy-file-name">{file.name}</p>
          <p class="govuk-body">
            Nobody can open it after that. Who removed it, and why, stays on the timeline of {row.reference}.
          </p>
          <Form action={`/files/${id}/remove`} csrf={visit.csrf}>
            <Textarea
              name="why"
              label="Why is it removed?"
              value={why}
              rows={3}
              error={problems.find(({ field }) => field === 'why')?.message}
            />
            <ButtonGroup>
              <Button kind="warning" preventDoubleClick={true}>
                Remove the file
              </Button>
              <a class="govuk-link" href={`${path}/files`}>
                Keep it
              </a>
            </ButtonGroup>
          </Form>
        </>
      ),
    }),
  }
}
