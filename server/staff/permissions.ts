/** Who may do what (CONTRACT "Staff"). Pure. A unit's contact sees rates, of its own unit; an auditor sees all and changes nothing. */
export type Role = 'admin' | 'officer' | 'unit' | 'auditor'

const PERMISSIONS = {
  'campaign.list': ['admin', 'officer', 'unit', 'auditor'],
  'campaign.create': ['admin', 'officer'],
  'campaign.open': ['admin', 'officer'],
  'campaign.pause': ['admin', 'officer'],
  'campaign.extend': ['admin', 'officer'],
  'campaign.close': ['admin', 'officer'],
  'campaign.finalize': ['admin', 'officer'],
  'definition.list': ['admin', 'officer', 'auditor'],
  'roster.import': ['admin', 'officer'],
  'roster.template': ['admin', 'officer', 'auditor'],
  'wave.create': ['admin', 'officer'],
  'sending.read': ['admin', 'officer', 'auditor'],
  'sending.change': ['admin', 'officer'],
  'sending.release': ['admin'],
  'people.read': ['admin', 'officer', 'auditor'],
  'people.change': ['admin', 'officer'],
  'hand.use': ['admin', 'officer'],
  'progress.read': ['admin', 'officer', 'unit', 'auditor'],
  'scores.read': ['admin', 'officer', 'auditor'],
  'index.read': ['admin', 'officer', 'auditor'],
  'index.change': ['admin', 'officer'],
  'index.publish': ['admin', 'officer'],
  'microdata.export': ['admin', 'officer'],
  'definition.read': ['admin', 'officer', 'auditor'],
  'definition.edit': ['admin', 'officer'],
  'sample.draw': ['admin', 'officer'],
  'audit.read': ['admin', 'officer', 'auditor'],
  'privacy.read': ['admin', 'officer', 'auditor'],
  'privacy.change': ['admin', 'officer'],
  'privacy.purge': ['admin'],
  'account.manage': ['admin'],
  'account.own': ['admin', 'officer', 'unit', 'auditor'],
  'client.manage': ['admin'],
  'webhook.manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[]

export function mayDo(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role)
}
