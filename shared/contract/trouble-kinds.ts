import { z } from 'zod'

/** Everything that can be wrong with a school's data. The words of each are in shared/words, area `trouble`. */
export const TROUBLE_KINDS = [
  'damaged',
  'unprotected',
  'foreign',
  'newer',
  'locked',
  'full',
  'read_only',
  'disk',
  'no_folder',
  'folder_in_place',
  'moved',
  'missing',
  'empty',
  'older',
  'rewritten',
  'log_lost',
  'check_failed',
  'server_address',
  'server_away',
  'server_busy',
  'server_login',
  'server_secure',
  'server_rights',
  'server_encoding',
  'server_version',
  'server_older',
  'server_empty',
  'server_copy',
] as const
export type TroubleKind = (typeof TROUBLE_KINDS)[number]

export const troubleKindSchema = z.enum(TROUBLE_KINDS)
