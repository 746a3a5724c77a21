/** The console's addresses, under /console/. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { CampaignLayout } from '../features/campaign/campaign-layout.tsx'
import { CampaignsPage } from '../features/campaigns/campaigns-page.tsx'
import { OverviewPage } from '../features/overview/overview-page.tsx'
import { NotFound } from '../shared/not-found.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const campaigns = createRoute({ getParentRoute: () => root, path: '/', component: CampaignsPage })

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$code',
  validateSearch: (search: Record<string, unknown>): { wall?: 1 } => (String(search.wall) === '1' ? { wall: 1 } : {}),
  component: CampaignLayout,
})

const overview = createRoute({ getParentRoute: () => campaign, path: '/', component: OverviewPage })
const setup = createRoute({
  getParentRoute: () => campaign,
  path: '/setup',
  component: lazyRouteComponent(() => import('../features/setup/setup-layout.tsx'), 'SetupLayout'),
})
const general = createRoute({
  getParentRoute: () => setup,
  path: '/',
  component: lazyRouteComponent(() => import('../features/setup/general-page.tsx'), 'GeneralPage'),
})
const units = createRoute({
  getParentRoute: () => setup,
  path: '/units',
  component: lazyRouteComponent(() => import('../features/setup/units-page.tsx'), 'UnitsPage'),
})
const questions = createRoute({
  getParentRoute: () => setup,
  path: '/questions',
  component: lazyRouteComponent(() => import('../features/setup/questions-page.tsx'), 'QuestionsPage'),
})
const preview = createRoute({
  getParentRoute: () => setup,
  path: '/preview',
  component: lazyRouteComponent(() => import('../features/setup/preview-page.tsx'), 'PreviewPage'),
})
const versions = createRoute({
  getParentRoute: () => setup,
  path: '/versions',
  component: lazyRouteComponent(() => import('../features/setup/versions-page.tsx'), 'VersionsPage'),
})
const people = createRoute({
  getParentRoute: () => campaign,
  path: '/roster',
  component: lazyRouteComponent(() => import('../features/roster/roster-layout.tsx'), 'RosterLayout'),
})
const roster = createRoute({
  getParentRoute: () => people,
  path: '/',
  component: lazyRouteComponent(() => import('../features/roster/roster-page.tsx'), 'RosterPage'),
})
const sample = createRoute({
  getParentRoute: () => people,
  path: '/sample',
  component: lazyRouteComponent(() => import('../features/roster/sample-page.tsx'), 'SamplePage'),
})
const privacy = createRoute({
  getParentRoute: () => people,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../features/privacy/privacy-page.tsx'), 'PrivacyPage'),
})
const delivery = createRoute({
  getParentRoute: () => campaign,
  path: '/delivery',
  component: lazyRouteComponent(() => import('../features/delivery/delivery-layout.tsx'), 'DeliveryLayout'),
})
const picture = createRoute({
  getParentRoute: () => delivery,
  path: '/',
  component: lazyRouteComponent(() => import('../features/delivery/funnel/picture-page.tsx'), 'PicturePage'),
})
const plan = createRoute({
  getParentRoute: () => delivery,
  path: '/plan',
  component: lazyRouteComponent(() => import('../features/delivery/plan/plan-page.tsx'), 'PlanPage'),
})
const channels = createRoute({
  getParentRoute: () => delivery,
  path: '/channels',
  component: lazyRouteComponent(() => import('../features/delivery/channels/channels-page.tsx'), 'ChannelsPage'),
})
const reached = createRoute({
  getParentRoute: () => delivery,
  path: '/people',
  // The page reads what it knows of the address (people-search.ts).
  validateSearch: (search: Record<string, unknown>) => search,
  component: lazyRouteComponent(() => import('../features/delivery/people/people-page.tsx'), 'PeoplePage'),
})
const byHand = createRoute({
  getParentRoute: () => delivery,
  path: '/by-hand',
  component: lazyRouteComponent(() => import('../features/delivery/by-hand/by-hand-page.tsx'), 'ByHandPage'),
})
const templates = createRoute({
  getParentRoute: () => delivery,
  path: '/templates',
  component: lazyRouteComponent(() => import('../features/delivery/templates/templates-page.tsx'), 'TemplatesPage'),
})
const results = createRoute({
  getParentRoute: () => campaign,
  path: '/results',
  component: lazyRouteComponent(() => import('../features/results/results-layout.tsx'), 'ResultsLayout'),
})
const surveyPoints = createRoute({
  getParentRoute: () => results,
  path: '/',
  component: lazyRouteComponent(() => import('../features/results/results-page.tsx'), 'ResultsPage'),
})
const index = createRoute({
  getParentRoute: () => results,
  path: '/index',
  // The page reads what it knows of the address (index-search.ts).
  validateSearch: (search: Record<string, unknown>) => search,
  component: lazyRouteComponent(() => import('../features/index/index-page.tsx'), 'IndexPage'),
})
const points = createRoute({
  getParentRoute: () => results,
  path: '/points',
  component: lazyRouteComponent(() => import('../features/points/points-page.tsx'), 'PointsPage'),
})
const past = createRoute({
  getParentRoute: () => results,
  path: '/past',
  component: lazyRouteComponent(() => import('../features/past/past-page.tsx'), 'PastPage'),
})
const report = createRoute({
  getParentRoute: () => results,
  path: '/report',
  component: lazyRouteComponent(() => import('../features/report/report-page.tsx'), 'ReportPage'),
})
const publication = createRoute({
  getParentRoute: () => results,
  path: '/publication',
  component: lazyRouteComponent(() => import('../features/publication/publication-page.tsx'), 'PublicationPage'),
})
const campaignAudit = createRoute({
  getParentRoute: () => campaign,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
})
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
})
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('../features/accounts/admin-layout.tsx'), 'AdminLayout'),
})
const accounts = createRoute({
  getParentRoute: () => admin,
  path: '/',
  component: lazyRouteComponent(() => import('../features/accounts/accounts-page.tsx'), 'AccountsPage'),
})
const programs = createRoute({
  getParentRoute: () => admin,
  path: '/programs',
  component: lazyRouteComponent(() => import('../features/accounts/programs-page.tsx'), 'ProgramsPage'),
})
const wholeAudit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
})
const campaignsAlias = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  beforeLoad: () => {
    throw redirect({ to: '/' })
  },
})

export const router = createRouter({
  routeTree: root.addChildren([
    campaigns,
    campaignsAlias,
    campaign.addChildren([
      overview,
      setup.addChildren([general, units, questions, preview, versions]),
      people.addChildren([roster, sample, privacy]),
      delivery.addChildren([picture, plan, channels, reached, byHand, templates]),
      results.addChildren([surveyPoints, index, points, past, report, publication]),
      campaignAudit,
    ]),
    account,
    admin.addChildren([accounts, programs, wholeAudit]),
  ]),
  basepath: '/console',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
