/** Looks of the report's page: on a phone, on a screen, in the dark, on paper. */
import { createHash } from 'node:crypto'
import { CHART_STYLE } from './svg-chart.ts'

export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1c2526;--soft:#4b5657;--ground:#fff;--panel:#f1f5f5;--line:#c3cccc;--accent:#0b5c5c;--warn:#7a3d00;--warn-ground:#fff3e2;--hit:#fff0b3}
@media (prefers-color-scheme:dark){:root{--ink:#e8eeee;--soft:#b4c0c0;--ground:#121a1a;--panel:#1b2626;--line:#3d4b4b;--accent:#74cfc7;--warn:#ffc98a;--warn-ground:#33240f;--hit:#4a3f10}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;padding:1rem;max-width:60rem;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1{font-size:1.5rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem}h3{font-size:1.1rem;margin:1.5rem 0 .5rem}h4,h5{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.5rem 0}.item{padding-left:1.25rem;text-indent:-1rem}.item.sub{padding-left:2.25rem}
.issuer,.place{color:var(--soft);margin:0}.subject{font-weight:600}
.provisional{border:2px solid var(--warn);background:var(--warn-ground);color:var(--warn);padding:.5rem .75rem;font-weight:700}
.gap{color:var(--soft);font-style:italic}
a{color:var(--accent)}
a.figure{color:inherit;text-decoration:underline dotted;text-underline-offset:.2em;font-variant-numeric:tabular-nums}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
:target{background:var(--hit)}
nav{background:var(--panel);padding:.75rem 1rem;margin:1rem 0}nav ol{margin:.5rem 0 0;padding-left:1.25rem}
nav li,.sources li{margin:.35rem 0}nav a{display:inline-block;padding:.2rem 0;min-height:24px}summary{padding:.2rem 0;min-height:24px}
summary{cursor:pointer}
figure{margin:1.5rem 0}figcaption,caption{font-weight:600;text-align:left;padding-bottom:.5rem}
.scroll{overflow-x:auto;margin:.5rem 0;position:relative}
table{border-collapse:collapse;font-size:.875rem;line-height:1.4;font-variant-numeric:tabular-nums}
th,td{border:1px solid var(--line);padding:.35rem .5rem;vertical-align:middle}
thead th{background:var(--panel);font-weight:600;min-width:3.5rem}
tbody th{font-weight:400;text-align:left;min-width:9rem;max-width:22rem;background:var(--ground);position:sticky;left:0}
.n{text-align:right;white-space:nowrap}.c{text-align:center}
.strong td,.strong th{font-weight:700}.paper{display:none}.note{color:var(--soft);font-size:.875rem}
.sources{font-size:.875rem;padding-left:3rem}.sources code{overflow-wrap:anywhere;color:var(--soft)}.back{display:inline-block;min-width:24px;min-height:24px;text-align:center}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem;color:var(--soft);font-size:.8125rem;overflow-wrap:anywhere}
@media (max-width:40rem){tbody th{max-width:11rem}table{font-size:.8125rem}}
@media print{@page{size:A4;margin:20mm 15mm 20mm 30mm}@page wide{size:A4 landscape;margin:20mm 15mm 20mm 30mm}
:root{--ink:#000;--soft:#000;--ground:#fff;--panel:#fff;--line:#000;--accent:#000;--warn:#000;--warn-ground:#fff;--hit:transparent}
body{max-width:none;padding:0;font:13pt/1.3 "Times New Roman",Times,serif}nav,.back,details{display:none}
a{text-decoration:none}a.figure{text-decoration:none}.tables section{page:wide;break-before:page}
.scroll{overflow:visible}table{width:100%;font-size:9pt}th,td{padding:1pt 2pt}thead th,tbody th{min-width:0;max-width:none}.screen{display:none}.paper{display:block}.paper+.paper{break-before:page}.paper table{table-layout:fixed}.paper th,.paper td{overflow-wrap:anywhere;max-width:none}.turned{writing-mode:vertical-rl;transform:rotate(180deg)}.s12 table{font-size:11pt}.s11 table{font-size:10pt}.s10 table{font-size:9pt}.s9 table{font-size:8pt}thead{display:table-header-group}tr,figure{break-inside:avoid}h2,h3,h4,figcaption{break-after:avoid}tbody th{position:static}}
${CHART_STYLE}`

/** What the page may do: show itself. For its own meta tag and for the answer's header, which must not be stricter on styles. */
export const REPORT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`
