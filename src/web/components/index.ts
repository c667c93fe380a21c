/** Everything a page is made of. */
export { Button, ButtonGroup, type ButtonProps } from './button.tsx'
export {
  type AppliedFilter,
  type Count,
  Counts,
  DueDate,
  type DueDateProps,
  FilterPanel,
  type FilterPanelProps,
  IdentityBar,
  type IdentityBarProps,
  Timeline,
  type TimelineItem,
  TimeoutDialog,
} from './case.tsx'
export { Checkboxes, type CheckboxesProps, type Choice, Radios, type RadiosProps } from './choices.tsx'
export type { Attributes, Content } from './common.ts'
export { DateInput, type DateInputProps, type DatePart } from './date-input.tsx'
export { ErrorMessage, Fieldset, type FieldsetProps, FormGroup, Hint, Label } from './field.tsx'
export { FileUpload, type FileUploadProps } from './file-upload.tsx'
export { CsrfField, Form, type FormProps, SaveButtons } from './form.tsx'
export { HeldTimes } from './held.tsx'
export { anchorOf, controlsOf, Question, type QuestionProps } from './input.tsx'
export { createKeptMarkup, Kept, type KeptMarkup } from './kept.tsx'
export { inLines } from './lines.tsx'
export {
  type SummaryAction,
  SummaryList,
  type SummaryListProps,
  type SummaryRow,
  type Task,
  TaskList,
  type TaskListProps,
} from './lists.tsx'
export {
  Alert,
  type AlertProps,
  Badge,
  type Colour,
  Details,
  ErrorSummary,
  type ErrorSummaryProps,
  InsetText,
  NotificationBanner,
  type NotificationBannerProps,
  PhaseBanner,
  Tag,
  type TagProps,
  WarningText,
} from './messages.tsx'
export {
  BackLink,
  Breadcrumbs,
  Footer,
  GenericHeader,
  type NavigationItem,
  ServiceNavigation,
  SkipLink,
  SubNavigation,
} from './navigation.tsx'
export { Page, type PageProps, productName, renderPage } from './page.tsx'
export { Pagination, type PaginationProps, ResultsPages, type ResultsPagesProps } from './pagination.tsx'
export { type Cell, type HeadCell, type KeptRow, sortable, Table, type TableProps } from './table.tsx'
export {
  CharacterCount,
  type CharacterCountProps,
  Select,
  type SelectProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from './text-input.tsx'
