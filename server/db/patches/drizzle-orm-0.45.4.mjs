/**
 * drizzle-orm 0.45.4 and the time it takes to start: its package.json lists 447 entries in 170 kB, which Node 24 parses anew
 * for each of the hundred files that it loads of the package, half a second of a processor for every process. What Phiếu
 * and drizzle-kit use of them fits into four; the long list stays under another name. To be dropped when either is mended.
 */
const entry = (file) => {
  const [esm, cjs] = [
    { types: `${file}.d.ts`, default: `${file}.js` },
    { types: `${file}.d.cts`, default: `${file}.cjs` },
  ]
  return { import: esm, require: cjs, ...esm }
}

const entries = {
  '.': entry('./index'),
  './*-core': entry('./*-core/index'),
  './postgres-js': entry('./postgres-js/index'),
  './*': entry('./*'),
}

export const patch = {
  package: 'drizzle-orm',
  version: '0.45.4',
  changes: [
    {
      file: 'package.json',
      from: '  "exports": {\n    "./alias": {',
      to: `  "exports": ${JSON.stringify(entries)},\n  "everyExport": {\n    "./alias": {`,
    },
  ],
}
