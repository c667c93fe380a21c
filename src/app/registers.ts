import type { Register } from '../declare/register.ts'
import { section11Register } from '../registers/assurance/section11-return/index.ts'
import { privateFosteringRegister } from '../registers/care/private-fostering/index.ts'
import { operationEncompassRegister } from '../registers/domestic-abuse/operation-encompass/index.ts'
import { agencyCheckRegister } from '../registers/front-door/agency-check/index.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'

/** Every register, in menu order. */
export const registers: readonly Register[] = [
  contactRegister,
  agencyCheckRegister,
  operationEncompassRegister,
  privateFosteringRegister,
  section11Register,
]
