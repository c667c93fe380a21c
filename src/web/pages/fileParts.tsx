import type { Problem } from '../../declare/input.ts'
import { fileKinds, takenKinds } from '../../engine/files/kinds.ts'
import { isMisnamed } from '../../engine/files/names.ts'
import type { StoredFile } from '../../engine/files/stored.ts'
import { formatInstant } from '../../kit/dates.ts'
import { fileSize } from '../../kit/fileSize.ts'
import { Button, FileUpload, Form, Table } from '../components/index.ts'

/** Whether its bytes are given to whoever sees it. */
const canOpen = ({ state }: StoredFile): boolean => state === 'clean' || state === 'not_scanned'

const scanWords = ({ state, found, scanFailedAt }: StoredFile): string => {
  if (state === 'clean') return 'Checked: no virus found'
  if (state === 'not_scanned') return 'Not checked for viruses'
  if (state === 'refused') return `Refused: a virus was found in it (${found}). Nobody can open it`
  return scanFailedAt === null
    ? 'Being checked for viruses. It can be opened after that'
    : 'Not checked yet: the virus scanner does not answer. Canopy tries again by itself, and the file can be opened after that'
}

const kindWords = (file: StoredFile): string => {
  const { label, note } = fileKinds[file.kind]
  const misnamed = isMisnamed(file.name, file.kind) ? `. Its name says something else; it is kept as what it is` : ''
  return `${label}, ${fileSize(file.size)}${misnamed}${note ? `. ${note}` : ''}`
}

/** Files are told apart by a number where two have one name. */
const numbered = (files: readonly StoredFile[]) =>
  files.map((file, at) => {
    const before = files.slice(0, at).filter(({ name }) => name === file.name).length
    return { file, name: before === 0 ? file.name : `${file.name} (${before + 1})` }
  })

const NameCell = ({ file, name }: { file: StoredFile; name: string }) => (
  <>
    {canOpen(file) ? (
      <a class="govuk-link canopy-file-name" href={`/files/${file.id}`}>
        {name}
      </a>
    ) : (
      <span class="canopy-file-name">{name}</span>
    )}
    {canOpen(file) && fileKinds[file.kind].picture && (
      <>
        <br />
        <a class="govuk-link" href={`/files/${file.id}/preview`}>
          Look at it<span class="govuk-visually-hidden"> here: {name}</span>
        </a>
      </>
    )}
  </>
)

export interface FileListProps {
  readonly files: readonly StoredFile[]
  /** Where a file is removed; absent where this person may not. */
  readonly removeHref?: ((file: StoredFile) => string) | undefined
}

/** Files with what they are, who added them and whether they were checked; a file is downloaded by its name. */
export const FileList = ({ files, removeHref }: FileListProps) =>
  files.length === 0 ? (
    <p class="govuk-body">No files have been added.</p>
  ) : (
    <Table
      id="file-list"
      caption={`Files (${files.length})`}
      captionClasses="govuk-visually-hidden"
      head={[
        ...['File', 'What it is', 'Added', 'Virus check'].map(content => ({ content })),
        ...(removeHref ? [{ content: <span class="govuk-visually-hidden">Remove</span>, label: ' ' }] : []),
      ]}
      rows={numbered(files).map(({ file, name }) => [
        { content: <NameCell file={file} name={name} /> },
        { content: kindWords(file) },
        { content: `${formatInstant(file.addedAt)} by ${file.addedByName}` },
        { content: scanWords(file) },
        ...(removeHref
          ? [
              {
                content: (
                  <a class="govuk-link canopy-screen-only" href={removeHref(file)}>
                    Remove<span class="govuk-visually-hidden"> {name}</span>
                  </a>
                ),
              },
            ]
          : []),
      ])}
      narrow="rows"
    />
  )

/** Adds one file; several are added one after the other. */
export const AddFile = ({
  action,
  csrf,
  problems = [],
}: {
  action: string
  csrf: string
  problems?: readonly Problem[]
}) => (
  <Form action={action} csrf={csrf} upload={true}>
    <FileUpload
      name="file"
      label="Add a file"
      labelClasses="govuk-label--s"
      hint={`Up to 25 MB, one at a time. ${takenKinds}.`}
      error={problems.find(({ field }) => field === 'file')?.message}
    />
    <Button kind="secondary" preventDoubleClick={true}>
      Add the file
    </Button>
  </Form>
)
