/**
 * Signs one blinded message per invitation (promise 1). The claim is committed before the signature is made; RSA without
 * padding is deterministic, so a repeated request gets the same signature and nothing but a hash need be stored.
 */
import { dayInVietnam } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { sha256 } from '../secrets.ts'
import { blindSign, readPrivateKey, type SigningKey } from './keys.ts'
import { type Claimed, claimInvitation, findClaim } from './queries.ts'

type IssueDeps = Pick<Deps, 'db' | 'clock' | 'secrets' | 'changes'>
export type CredentialRequest = { invitation: string; consent: { version: string }; blinded: string }

/** Parsed keys of strata in use; dropped when a campaign's status changes, so that a closed campaign's keys are gone from memory too. */
const keys = new Map<string, { campaignId: string; key: SigningKey }>()
const KEPT_KEYS = 2_000

/**
 * Returns the blind signature, base64url. Throws link-unknown, invitation-unknown (404), consent-outdated,
 * credential-issued, campaign-not-open, campaign-paused, campaign-closed (409), blinded-invalid (422).
 */
export async function issueCredential(deps: IssueDeps, token: string, request: CredentialRequest) {
  const blinded = Buffer.from(request.blinded, 'base64url')
  const linkHash = sha256(token)
  const claim = {
    linkHash,
    invitation: request.invitation,
    blinded,
    blindedHash: sha256(blinded),
    consentVersion: request.consent.version,
    day: dayInVietnam(deps.clock.now()),
  }
  const claimed = (await claimInvitation(deps.db, claim)) ?? (await claimInvitation(deps.db, claim))
  if (!claimed) throw await refusalOf(deps, claim)
  const signature = blindSign(privateKeyOf(deps, claimed), blinded)
  if (claimed.first) deps.changes.publish({ campaign: claimed.campaignId, kind: 'progress' })
  return { blindSignature: signature.toString('base64url') }
}

/** For a change of status: forgets the keys of that campaign, or of all with "*". */
export function forgetKeys(campaignId: string): void {
  for (const [stratumId, kept] of keys) {
    if (campaignId === '*' || kept.campaignId === campaignId) keys.delete(stratumId)
  }
}

function privateKeyOf({ secrets }: IssueDeps, { stratumId, campaignId, sealedKey }: Claimed): SigningKey {
  const kept = keys.get(stratumId)
  if (kept) return kept.key
  const key = readPrivateKey(secrets.open('stratum-key', stratumId, sealedKey))
  if (keys.size >= KEPT_KEYS) keys.delete(keys.keys().next().value!)
  keys.set(stratumId, { campaignId, key })
  return key
}

type Refused = { linkHash: Buffer; invitation: string; blindedHash: Buffer; consentVersion: string }

async function refusalOf({ db }: IssueDeps, claim: Refused) {
  const found = await findClaim(db, claim)
  if (!found) return errors.linkUnknown()
  if (!found.invitationId) return errors.invitationUnknown()
  if (found.status === 'draft') return errors.campaignNotOpen()
  if (found.status === 'paused') return errors.campaignPaused()
  if (found.status !== 'open' || found.over) return errors.campaignClosed()
  if (found.version !== claim.consentVersion) return errors.consentOutdated({ version: found.version })
  return found.blindedHash ? errors.credentialIssued() : errors.blindedInvalid()
}
