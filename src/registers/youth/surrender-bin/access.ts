import { access, everyone } from '../../../declare/access.ts'
import { surrenderBin } from './record.ts'

/** Nobody is asked who puts a knife in, so nothing about anybody stands here. */
export const surrenderBinAccess = access(surrenderBin, {
  read: {
    youth_safety_lead: everyone,
    youth_justice_manager: everyone,
    analyst: everyone,
  },
  exports: ['youth_safety_lead', 'analyst'],
})
