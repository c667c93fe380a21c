import { Button, ButtonGroup } from './button.tsx'
import type { Content } from './common.ts'

export interface FormProps {
  action: string
  csrf?: string | undefined
  /** Where the script keeps what is typed ("/drafts/<id>"); without script the draft is written on Save. */
  autosave?: string | undefined
  /** Version of the record or draft the page shows; posted back so that nobody's text is overwritten. */
  version?: string | number | undefined
  id?: string | undefined
  upload?: boolean | undefined
  children: Content
}

/** The token that proves a post comes from our own page. */
export function CsrfField({ token }: { token: string | undefined }) {
  return token ? <input type="hidden" name="_csrf" value={token} /> : null
}

/** A form that does a deed. `novalidate`: the server says all that is wrong, in the page's words. */
export function Form(props: FormProps) {
  return (
    <form
      method="post"
      action={props.action}
      noValidate
      id={props.id}
      enctype={props.upload ? 'multipart/form-data' : undefined}
      data-autosave={props.autosave}
    >
      <CsrfField token={props.csrf} />
      {props.version !== undefined && <input type="hidden" name="_version" value={props.version} />}
      {props.autosave && <p class="canopy-saved" role="status" data-canopy-saved />}
      {props.children}
    </form>
  )
}

/** The end of a form whose answers are kept as they are typed: the deed, and the way to go on another time. */
export function SaveButtons({ children }: { children: string }) {
  return (
    <ButtonGroup>
      <Button preventDoubleClick={true}>{children}</Button>
      <Button kind="secondary" name="_save" value="later">
        Save and come back later
      </Button>
    </ButtonGroup>
  )
}
