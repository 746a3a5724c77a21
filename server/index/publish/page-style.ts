/** How the public page looks: readable on a phone, on paper, in the dark, and without anything fetched from elsewhere. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ground:#f3f6f5;--paper:#fff;--ink:#17211f;--quiet:#4c5a56;--line:#d5dedb;--accent:#0f766e}
@media(prefers-color-scheme:dark){:root{--ground:#101716;--paper:#1a2322;--ink:#e6efec;--quiet:#a3b3af;--line:#33413e;--accent:#5ac8bb}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1000px;margin:0 auto;padding:24px 16px 64px}
header{border-bottom:3px solid var(--accent);padding-bottom:16px;margin-bottom:24px}
header .by{color:var(--quiet);margin:0 0 4px}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 8px;text-wrap:balance}
h2{font-size:1.375rem;line-height:1.3;margin:48px 0 8px}
h3{font-size:1.0625rem;margin:32px 0 8px}
p,ul{margin:0 0 16px;max-width:70ch}
li{margin-bottom:6px}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:8px 20px;list-style:none;padding:0}
.quiet{color:var(--quiet);font-size:.9375rem}
.draft{border:2px dashed var(--accent);padding:12px 16px}
.wide{overflow-x:auto;background:var(--paper);border:1px solid var(--line);border-radius:12px}
table{border-collapse:collapse;width:100%;background:var(--paper)}
caption{text-align:left;padding:12px 14px;color:var(--quiet);font-size:.9375rem}
th,td{padding:9px 14px;border-top:1px solid var(--line);text-align:left;vertical-align:top}
thead th{font-weight:600;border-top:0;vertical-align:bottom}
td.n,th.n{text-align:right}
thead th,td.n{white-space:nowrap}
tbody th{font-weight:600}
tbody tr:nth-child(even)>*{background:color-mix(in srgb,var(--line) 25%,transparent)}
figure{margin:16px 0 24px;background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:12px;overflow-x:auto}
figure svg{display:block;max-width:100%;height:auto}
.digest{overflow-wrap:anywhere;font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:.875rem}
.wide table:not(.cards) thead th{white-space:normal}
.wide table:not(.cards) tbody th{min-width:max(9rem,min(12rem,20vw))}
@media(max-width:640px){
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:grid;grid-template-columns:1fr auto;gap:2px 16px;padding:12px 14px;border-top:1px solid var(--line)}
.cards tbody th,.cards td{display:contents}
.cards tbody th>*,.cards td>*{grid-column:2;text-align:right}
.cards td>.k{grid-column:1;text-align:left;color:var(--quiet)}
.cards tbody th>.v{grid-column:1/3;order:-1;text-align:left;font-size:1.0625rem}
}
@media(min-width:641px){.cards .k{display:none}}
@media(min-width:900px){figure{display:inline-block;vertical-align:top;width:calc(50% - 12px);margin-right:12px}}
@media print{:root{color-scheme:light}body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0}nav{display:none}.wide,figure{border:0;overflow:visible}tr,figure{break-inside:avoid}h2{break-after:avoid}}
`
