/** The calls that the tables of acts do not try: whose entries other tests prove, and those that need none, with the reason. */

/** What must have been made first is long; the test named here makes the call and reads the entry. */
export const PROVEN_ELSEWHERE: Record<string, { entry: string; test: string }> = {
  'POST /api/session': { entry: 'session.open', test: 'server/audit/every-act.test.ts' },
  'POST /api/join': { entry: 'account.join', test: 'server/staff/invitations/invitations.test.ts' },
  'POST /api/sending/zalo-token': { entry: 'zalo.token', test: 'server/delivery/zalo/token-care.test.ts' },
  'POST /api/sending/release': { entry: 'sending.release', test: 'server/delivery/hold/release-hold.test.ts' },
  'POST /api/campaigns/{code}/people/{id}/resend': {
    entry: 'people.resend',
    test: 'server/delivery/picture/resend-person.test.ts',
  },
  'POST /api/campaigns/{code}/deliveries/retry': {
    entry: 'delivery.retry',
    test: 'server/delivery/picture/retry-failed.test.ts',
  },
  'POST /api/campaigns/{code}/deliveries/{id}/settle': {
    entry: 'delivery.settle',
    test: 'server/delivery/picture/settle-delivery.test.ts',
  },
  'POST /api/campaigns/{code}/privacy/purge': {
    entry: 'privacy.purge',
    test: 'server/privacy/purge-campaign.test.ts',
  },
  'PUT /api/campaigns/{code}/privacy/retention': {
    entry: 'privacy.retention',
    test: 'server/privacy/purge-campaign.test.ts',
  },
  'POST /api/campaigns/{code}/points': { entry: 'index.points', test: 'server/index/points/versions.test.ts' },
  'POST /api/campaigns/{code}/points/api': { entry: 'index.points', test: 'server/index/points/versions.test.ts' },
  'POST /api/index/v1/campaigns/{code}/points': {
    entry: 'index.points',
    test: 'server/index/points/refused-points.test.ts',
  },
  'POST /api/campaigns/{code}/past': { entry: 'index.past', test: 'server/index/past/routes.test.ts' },
  'PUT /api/campaigns/{code}/past': { entry: 'index.past', test: 'server/index/past/routes.test.ts' },
  'POST /api/campaigns/{code}/past/from-campaign': { entry: 'index.past', test: 'server/index/past/routes.test.ts' },
  'POST /api/campaigns/{code}/index/freeze': {
    entry: 'index.freeze',
    test: 'server/index/compute/read-index.test.ts',
  },
  'PUT /api/campaigns/{code}/index/report/fields/{field}': {
    entry: 'report.field',
    test: 'server/index/report/routes.test.ts',
  },
  ...Object.fromEntries(
    ['/api/campaigns', '/api/index/v1/campaigns'].flatMap((base) =>
      ['microdata.csv', 'codebook.sps', 'codebook.json'].map((name) => [
        `GET ${base}/{code}/${name}`,
        { entry: 'microdata.export', test: 'server/index/exports/microdata-routes.test.ts' },
      ]),
    ),
  ),
}

/** Changes nothing that stays: it judges, estimates or shows what was sent to it. */
const ONLY_JUDGES = 'changes nothing; a POST because of what is sent'
/** What respondents do is never written down by the second. */
const RESPONDENT = 'a respondent’s own act: the log must not tell when somebody answered'

export const WITHOUT_ENTRY: Record<string, string> = {
  'POST /api/links/{token}/start': RESPONDENT,
  'POST /api/links/{token}/credentials': RESPONDENT,
  'POST /api/responses': RESPONDENT,
  'POST /api/zalo/webhook': 'a provider’s receipt of one message: delivery_events keep it',
  'POST /api/index/token': 'a program’s sign-in, every few minutes; what it downloads is recorded',
  'POST /api/account/second-factor': 'offers a secret that nothing keeps; confirming it is recorded',
  'POST /api/join/look': 'whoever holds an invitation looks at their own',
  'POST /api/campaigns/{code}/waves/preview': ONLY_JUDGES,
  'POST /api/campaigns/{code}/templates/{kind}/preview': ONLY_JUDGES,
  'POST /api/campaigns/{code}/publications/preview': ONLY_JUDGES,
  'POST /api/campaigns/{code}/sample/sizes': ONLY_JUDGES,
  'POST /api/campaigns/{code}/definition/check': ONLY_JUDGES,
}

/** GETs that give no personal data: counts, points, definitions, texts; and staff’s own sessions and accounts. */
export const NOTHING_PERSONAL: RegExp[] = [
  /^GET \/(health|api\/definitions$|api\/session$|api\/index\/v1\/(campaigns$|results|campaigns\/\{code\}\/(scores|index)))/,
  /^GET \/api\/links\/\{token\}$/,
  /^GET \/api\/(account|account\/sessions|accounts|accounts\/units|invitations|clients|webhooks|sending)$/,
  /^GET \/api\/audit(\/facets|\/entries\/\{seq\})?$/,
  /^GET \/api\/campaigns(\/\{code\}(\/(progress|live|survey-ranges|scores|scores\/\{unit\}|receipts|funnel|plan|templates|roster\.xlsx))?)?$/,
  /^GET \/api\/campaigns\/\{code\}\/(samples(\/\{id\}\/method)?|points(\/.*)?|past(\/.*)?|publications|index(\..*|\/.*)?)$/,
  /^GET \/api\/campaigns\/\{code\}\/(definition|preview)(\/.*)?$/,
  /^GET \/api\/campaigns\/\{code\}\/privacy\/(requests\/counts|notices|retention|register\.(docx|html)|requests\/\{request\}\/erase)$/,
]
