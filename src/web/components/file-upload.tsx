import { cx, has, ids } from './common.ts'
import { type ControlProps, FormGroup, HintAndError, Label } from './field.tsx'

export interface FileUploadProps extends ControlProps {
  /** Endings and types that the browser offers first; it takes the others all the same. */
  accept?: string | undefined
  multiple?: boolean | undefined
  disabled?: boolean | undefined
}

/** Chooses a file; the form it stands in must be an `upload`. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name
  return (
    <FormGroup error={props.error} classes={props.groupClasses}>
      <Label for={id} classes={props.labelClasses} isPageHeading={props.isPageHeading}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      <input
        class={cx('govuk-file-upload', props.classes, has(props.error) && 'govuk-file-upload--error')}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        aria-describedby={ids(props.describedBy, has(props.hint) && `${id}-hint`, has(props.error) && `${id}-error`)}
        {...props.attributes}
      />
    </FormGroup>
  )
}
