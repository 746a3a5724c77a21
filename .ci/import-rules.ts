/** "Who may import whom" as data; check-imports.ts holds the code against it. Paths are matched from the project's root. */

export type Rule = {
  name: string
  why: string
  from: RegExp
  except?: RegExp[]
  /** What may not be imported: a path in the project, or a package as `package:name`. */
  to: RegExp
  unless?: RegExp[]
  /** True: importing only types is no offence. */
  typesAllowed?: boolean
  /** `$1` in `unless` stands for the first group of `from`. */
}

export const TESTS = /(\.test\.tsx?|\.fixture\.ts|simulator(-[a-z-]+)?\.ts)$|\/fixtures\/|^(server|client)\/test\//
const RUNNERS = /^server\/(demo|bench)\//

/** Files that hold rules of the domain: no database, queue, web server, configuration or clock. */
const PURE = new RegExp(
  [
    'campaigns/(definition|definition-hash|validate-[a-z-]+|survey-questions|needs-rich-renderer|merge-small-groups|changed-units|view-campaign|fold-name|find-duplicates|canonical-json|copy-definition|notice-text)',
    'delivery/alerts/compose-alert',
    'sampling/(size-stratum|draw|names-of)',
    'delivery/(units-meet|compose-message|email-html|sending-hours|zalo/signature|judge-outcome)',
    'delivery/plan/(run-out-queue|estimate-sending|describe-estimate|merge-plan|judge-plan|find-hindrance)',
    'delivery/templates/(placeholders|one-line|built-in-template|render-template|validate-template|sample-message)',
    'responses/(validate-answers|receipt)',
    'tally/(suppress|draw-from-box|audiences|count-answers)',
    'scoring/(points|round|build-[a-z-]+)',
    'setup/(question-row|question-table|apply-table|[a-z]+-table-[a-z]+|edit-[a-z-]+|table-problems|share-questionnaires|compare-lists|judge-table-rows|change-words|describe-[a-z-]+)',
    'staff/permissions',
    'index/compute/(?!queries|read-|freeze-|[a-z-]*routes|[a-z-]+\\.test)[a-z-]+',
    'index/exports/(anonymise-microdata|gather-responses|build-codebook|name-variables|write-spss|index-table|microdata-table|shuffle-domains)',
    'index/examine/(rules/)?(?!examine-file|main|[a-z-]+\\.test)[a-z-]+',
    'index/report/(compute-[a-z-]+|compose-[a-z-]+|words-[a-z-]+)',
  ]
    .map((path) => `^server/${path}\\.ts$`)
    .join('|'),
)

export const RULES: Rule[] = [
  {
    name: 'answer side knows no names',
    why: 'responses/ tally/ scoring/ index/ import nothing of the identity side',
    from: /^server\/(responses|tally|scoring|index)\//,
    except: [TESTS],
    to: /^server\/(roster|delivery|credential)\//,
  },
  {
    name: 'pure files stay pure',
    why: 'they import no database, queue, Fastify, configuration or clock',
    from: PURE,
    to: /^server\/(db|queue|http|config|clock|deps|secrets|logger)\b|^package:(fastify|@fastify\/.*|drizzle-orm.*|postgres|bullmq|ioredis|pino)$/,
    typesAllowed: true,
  },
  {
    name: 'only queries build SQL',
    why: 'SQL stands in …queries.ts files and db/',
    from: /^server\//,
    except: [TESTS, RUNNERS, /^server\/db\//, /queries\.ts$/, /^server\/queue\/postgres-/],
    to: /^package:(drizzle-orm.*|postgres)$|^server\/db\/([a-z]+-)?schema\.ts$/,
    typesAllowed: true,
  },
  {
    name: 'routes and jobs are the edge',
    why: 'they call actions and queries, never the reverse',
    from: /^server\//,
    except: [TESTS, /^server\/app\.ts$/, /routes\.ts$/],
    to: /routes\.ts$/,
  },
  {
    name: 'rooms keep their routes to themselves',
    why: 'only app.ts imports the routes of a room; a room may gather its own',
    from: /^server\/([^/]+)\/.*routes\.ts$/,
    to: /^server\/[^/]+\/.*routes\.ts$/,
    unless: [/^server\/$1\//],
  },
  {
    name: 'one list of jobs',
    why: 'another room may name a job to leave a hint for it, but only queue/jobs.ts works on them',
    from: /^server\//,
    except: [TESTS, /^server\/start\.ts$/, RUNNERS],
    to: /^server\/queue\/jobs\.ts$/,
  },
  {
    name: 'channels know messages only',
    why: 'channels/ knows messages, not campaigns',
    from: /^server\/channels\//,
    except: [TESTS],
    to: /^server\/(campaigns|roster|credential|responses|tally|scoring|index|staff|delivery)\//,
    typesAllowed: true,
  },
  {
    name: 'only deps.ts builds adapters',
    why: 'rooms receive channels, they do not make them',
    from: /^server\//,
    except: [TESTS, RUNNERS, /^server\/deps\.ts$/, /^server\/channels\//],
    to: /^server\/channels\/(email|zalo|outbox)\.ts$/,
    typesAllowed: true,
  },
  {
    name: 'one reader of the environment',
    why: 'config.ts is for the entries; rooms get values',
    from: /^server\//,
    except: [TESTS, RUNNERS, /^server\/start\.ts$/],
    to: /^server\/config\.ts$/,
    typesAllowed: true,
  },
  {
    name: 'the client sees schemas',
    why: 'the client imports types from schemas.ts files, the pure reading and editing of questionnaires, and the notice as a phone shows it',
    from: /^client\//,
    except: [TESTS, /^client\/build\.ts$/, /^client\/index-api\/generate\.ts$/],
    to: /^server\//,
    unless: [
      /\/schemas\.ts$/,
      /^server\/campaigns\/(definition|survey-questions)\.ts$/,
      /^server\/setup\/(question-row|question-table|apply-table)\.ts$/,
      /^server\/(campaigns\/notice-text|respond\/render-notice)\.ts$/,
    ],
  },
  {
    name: 'phone page and console apart',
    why: 'respond/ and monitor/ share nothing but shared/',
    from: /^client\/respond\//,
    to: /^client\/monitor\//,
  },
  {
    name: 'console and phone page apart',
    why: 'respond/ and monitor/ share nothing but shared/',
    from: /^client\/monitor\//,
    to: /^client\/respond\//,
  },
  {
    name: 'app → features → shared',
    why: 'shared parts of the console know no feature',
    from: /^client\/(monitor\/)?shared\//,
    to: /^client\/(monitor\/(app|features)|respond)\//,
  },
  {
    name: 'the server serves built files',
    why: 'it imports nothing of the client',
    from: /^server\//,
    except: [TESTS],
    to: /^client\//,
  },
  {
    name: 'nothing imports the demo',
    why: 'demo, benchmark and test support are callers of the product',
    from: /^(server|client)\//,
    except: [TESTS, RUNNERS],
    to: /^server\/(demo|bench|test)\//,
  },
]

const IDENTITY_TABLES =
  'respondents|invitations|stratum_?[kK]eys|waves|deliveries|delivery_?[eE]vents|channels|templates|hand_?[dD]eliveries|bounces|outbox|zalo_?[tT]okens|kept_?[pP]articipation|kept_?[cC]ounts|requests|purges'

/** Naming schema identity or one of its tables: in SQL, or imported from the data dictionary. Forbidden on the answer side. */
export const IDENTITY_NAMES = new RegExp(
  [
    'identity\\.',
    `\\b(from|join|into|update|table|only)\\s+"?(${IDENTITY_TABLES})\\b`,
    `import\\s*\\{[^}]*\\b(${IDENTITY_TABLES})\\b[^}]*\\}\\s*from\\s*'[^']*db/((delivery|privacy)-)?schema\\.ts'`,
  ].join('|'),
  'i',
)
