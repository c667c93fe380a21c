/** A kind of file that Canopy takes. */
export interface FileKind {
  /** As in "a PDF document". */
  readonly label: string
  /** The first is the one a download gets. */
  readonly endings: readonly string[]
  /** From this list alone a download says what it is. */
  readonly mime: string
  /** Whether a browser may show it: pictures that hold nothing but points. */
  readonly picture?: true
  /** What a person has to know of it. */
  readonly note?: string
}

const list = {
  pdf: { label: 'PDF document', endings: ['pdf'], mime: 'application/pdf' },
  jpeg: { label: 'JPEG picture', endings: ['jpg', 'jpeg', 'jfif'], mime: 'image/jpeg', picture: true },
  png: { label: 'PNG picture', endings: ['png'], mime: 'image/png', picture: true },
  gif: { label: 'GIF picture', endings: ['gif'], mime: 'image/gif', picture: true },
  webp: { label: 'WebP picture', endings: ['webp'], mime: 'image/webp', picture: true },
  heic: {
    label: 'HEIC photo',
    endings: ['heic', 'heif'],
    mime: 'image/heic',
    note: 'Canopy cannot show this kind of photo. Download it to look at it',
  },
  docx: {
    label: 'Word document',
    endings: ['docx'],
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    label: 'Excel spreadsheet',
    endings: ['xlsx'],
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pptx: {
    label: 'PowerPoint presentation',
    endings: ['pptx'],
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  odt: { label: 'OpenDocument text', endings: ['odt'], mime: 'application/vnd.oasis.opendocument.text' },
  ods: { label: 'OpenDocument spreadsheet', endings: ['ods'], mime: 'application/vnd.oasis.opendocument.spreadsheet' },
  rtf: { label: 'Rich text document', endings: ['rtf'], mime: 'application/rtf' },
  txt: { label: 'Text file', endings: ['txt', 'text', 'log', 'md'], mime: 'text/plain' },
  csv: { label: 'CSV table', endings: ['csv'], mime: 'text/csv' },
  msg: { label: 'Outlook message', endings: ['msg'], mime: 'application/vnd.ms-outlook' },
  eml: { label: 'E-mail message', endings: ['eml'], mime: 'message/rfc822' },
  mp3: { label: 'MP3 recording', endings: ['mp3'], mime: 'audio/mpeg' },
  m4a: { label: 'M4A recording', endings: ['m4a'], mime: 'audio/mp4' },
  wav: { label: 'WAV recording', endings: ['wav'], mime: 'audio/wav' },
  mp4: { label: 'MP4 video', endings: ['mp4', 'm4v'], mime: 'video/mp4' },
  mov: { label: 'QuickTime video', endings: ['mov', 'qt'], mime: 'video/quicktime' },
} as const satisfies Readonly<Record<string, FileKind>>

/** The code under which a kind is stored. */
export type KindKey = keyof typeof list

/** Every kind of file that is taken; what is not in it is refused. */
export const fileKinds: Readonly<Record<KindKey, FileKind>> = list

/** The largest file taken, in bytes. */
export const largestFile = 25_000_000

/** What is taken, in a sentence for the form and for refusals. */
export const takenKinds =
  'Canopy takes PDF, pictures (JPEG, PNG, GIF, WebP, HEIC), Word, Excel, PowerPoint and OpenDocument files, text, CSV, e-mails, and recordings (MP3, M4A, WAV, MP4, MOV)'
