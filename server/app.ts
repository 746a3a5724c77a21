/** buildApp: every Fastify option, plugin and route, and the error handler. Tests use this very function. */
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import jwt from '@fastify/jwt'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import {
  createJsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { Registry } from 'prom-client'
import { auditRoutes } from './audit/routes.ts'
import { liveRoutes } from './campaigns/live-routes.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { credentialRoutes } from './credential/routes.ts'
import { deliveryRoutes } from './delivery/routes.ts'
import { CLIENT_DIST, type Deps } from './deps.ts'
import { installAccessLog } from './http/access-log.ts'
import type { App } from './http/app-types.ts'
import { consoleRoutes } from './http/console-routes.ts'
import { endConnectionsOnClose } from './http/end-connections.ts'
import { installErrorHandler } from './http/error-handler.ts'
import { healthRoutes } from './http/health-routes.ts'
import { indexRoutes } from './index/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { respondRoutes } from './respond/routes.ts'
import { responseRoutes } from './responses/routes.ts'
import { rosterRoutes } from './roster/routes.ts'
import { samplingRoutes } from './sampling/routes.ts'
import { scoringRoutes } from './scoring/routes.ts'
import { setupRoutes } from './setup/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import { installSessions } from './staff/session-plugin.ts'
import { verifyClient } from './staff/verify-client.ts'

const ROSTER_BYTES = 20 * 1024 * 1024

/** Builds the application around `deps`; listens to nothing. Close it before the deps. */
export async function buildApp(deps: Deps): Promise<App> {
  const app: App = fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    requestTimeout: 60_000,
    trustProxy: (_address: string, hop: number) => hop < deps.config.trustProxy,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  installErrorHandler(app)
  endConnectionsOnClose(app)
  const registry = new Registry()
  installAccessLog(app, registry)

  await app.register(jwt, { secret: deps.secrets.key('jwt') })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Phiếu',
        version: '1',
        description: 'Interfaces of the survey platform; errors are {code, message, details?}.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'phieu_session' },
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        },
      },
    },
    transform: createJsonSchemaTransform({}),
  })
  // The door of responses stands apart: no cookie is read there, and none of the hooks below runs on the hot path.
  await app.register(async (door: App) => responseRoutes(door, deps))
  await app.register(async (routes: App) => {
    await installPlugins(routes, deps)
    installSessions(routes, deps)
    staffRoutes(routes, deps)
    auditRoutes(routes, deps)
    campaignRoutes(routes, deps)
    liveRoutes(routes, deps)
    setupRoutes(routes, deps)
    rosterRoutes(routes, deps)
    samplingRoutes(routes, deps)
    deliveryRoutes(routes, deps)
    credentialRoutes(routes, deps)
    scoringRoutes(routes, deps)
    privacyRoutes(routes, deps)
    indexRoutes(routes, { ...deps, verifyClient: (id, secret) => verifyClient(deps, id, secret) })
    await respondRoutes(routes, deps)
    await consoleRoutes(routes, CLIENT_DIST)
    healthRoutes(routes, deps, registry)
    routes.get('/api/openapi.json', { schema: { hide: true } }, async () => routes.swagger())
  })
  await app.ready()
  return app
}

/** What every route but the door of responses stands behind. */
async function installPlugins(app: App, deps: Deps): Promise<void> {
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Mantine writes its colours and sizes as inline styles; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // The console shows the phone's page in a frame (setup/preview-page.ts).
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: deps.config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  })
  await app.register(rateLimit, { global: false, cache: 20_000 })
  await app.register(multipart, { limits: { fileSize: ROSTER_BYTES, files: 1, fields: 10, parts: 11 } })
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } })
}
