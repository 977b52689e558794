/**
 * The one style sheet of every page. Text has a contrast of at least 4.5 to 1 on its ground and marks one of
 * 3 to 1, in light and in dark. The colours of verdicts are apart for every common kind of colour
 * blindness, and each goes with a shape or a pattern.
 */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--panel:#f6f8fa;--text:#1c2128;--quiet:#57606a;--line:#d0d7de;
--link:#0550ae;--good:#00664b;--bad:#a33b00;--caution:#7a4f00;--pass:#009e73;--block:#d55e00;--override:#9a5ba5;
--idle:#7d8590;--ink:#fff}
@media (prefers-color-scheme:dark){:root{--ground:#0d1117;--panel:#161b22;--text:#e6edf3;--quiet:#9da7b1;
--line:#3d444d;--link:#79b8ff;--good:#3fd6a4;--bad:#ff9a5c;--caution:#f0c04f;--pass:#1fb58a;--block:#ff8a3d;
--override:#d19bdc;--idle:#8b949e;--ink:#0d1117}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;text-size-adjust:100%;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:72rem;padding:1rem;background:var(--ground);color:var(--text);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 .5rem}
h2{font-size:1.25rem;margin:2rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1.25rem 0 .5rem}
p{margin:.5rem 0}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
main:focus{outline:none}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;
background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:.05em .3em;white-space:pre-wrap}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static}
.brand,.quiet,footer{color:var(--quiet)}
.brand{font-size:.875rem;margin:0}
footer{margin-top:2.5rem;border-top:1px solid var(--line);font-size:.875rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:1rem 0 0}
.verdict{border:1px solid var(--line);border-left-width:.5rem;border-radius:6px;padding:.5rem 1rem;background:var(--panel)}
.verdict.good{border-left-color:var(--pass)}
.verdict.bad{border-left-color:var(--block)}
.verdict.caution{border-left-color:var(--override)}
.badge{display:inline-flex;align-items:baseline;gap:.35em;font-weight:600;white-space:nowrap}
.badge.good{color:var(--good)}
.badge.bad{color:var(--bad)}
.badge.caution{color:var(--caution)}
.badge.quiet{color:var(--quiet);font-weight:400}
.shape{display:inline-block;min-width:1.35em;text-align:center;border:1px solid currentColor;border-radius:4px;line-height:1.25}
ul,ol{padding-left:1.25rem;margin:.25rem 0}
li{margin:.25rem 0}
dl{margin:.5rem 0}
dl div{display:grid;grid-template-columns:minmax(6rem,11rem) minmax(0,1fr);gap:.25rem 1rem;padding:.3rem 0;border-top:1px solid var(--line)}
dl div:first-child{border-top:0}
dt{color:var(--quiet)}
dd{margin:0;min-width:0}
.scroll{overflow-x:auto;max-width:100%;margin:.75rem 0}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;color:var(--quiet);padding:.25rem 0;font-size:.875rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-top:1px solid var(--line);min-width:5.5rem}
thead th{color:var(--quiet);font-weight:600;border-top:0}
tbody th{font-weight:400}
.stack tbody th>div{width:max-content;max-width:min(26rem,40vw)}
.number{text-align:right;font-variant-numeric:tabular-nums;min-width:4rem}
thead .drawn{border-top:0}
.drawn{width:35%;min-width:6rem}
.drawn svg{display:block;width:100%;height:1.25rem}
details{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;padding:0 .75rem}
summary{cursor:pointer;padding:.5rem 0;font-weight:600}
details[open]{padding-bottom:.5rem}
figure{margin:.75rem 0}
figcaption{font-weight:600}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem;list-style:none;padding:0;margin:1rem 0}
.tiles li{border:1px solid var(--line);border-radius:6px;background:var(--panel);padding:.6rem .8rem;margin:0}
.tiles strong{display:block;font-size:1.5rem;line-height:1.2}
.tiles span{display:block}
.tiles .quiet{font-size:.875rem}
.chart{display:block;width:100%;min-width:34rem;height:auto}
.chart text{font:12px system-ui,-apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;fill:var(--quiet)}
.chart .axis{stroke:var(--line)}
.fill-pass{fill:var(--pass)}
.fill-block{fill:var(--block)}
.fill-override{fill:var(--override)}
.fill-idle{fill:var(--idle)}
.edge{stroke:var(--ground);stroke-width:1}
.hatch{stroke:var(--ink);stroke-width:1.5}
.dots{fill:var(--ink)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:.5rem 0}
.legend li{display:flex;align-items:center;gap:.4rem;margin:0}
.legend svg{width:1.1rem;height:1.1rem}
.defs{position:absolute;width:0;height:0}
@media screen and (max-width:40rem){
dl div{grid-template-columns:1fr;gap:0}
h1{font-size:1.35rem}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack,.stack tbody,.stack caption:not(.unseen),.stack tr,.stack th,.stack td{display:block;width:100%}
.stack tr{border-top:1px solid var(--line);padding:.4rem 0}
.stack tbody th,.stack td{border:0;padding:.15rem 0;text-align:left}
.stack tbody th{font-weight:600}
.stack tbody th>div{width:auto;max-width:none}
.stack td{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.5rem}
.stack td::before{content:attr(data-name);color:var(--quiet)}
.drawing th,.drawing td{min-width:0;padding-right:.5rem}
.drawing tbody th{min-width:7rem}
.drawing thead{font-size:.8125rem;overflow-wrap:normal}
.drawing .drawn{width:20%;min-width:2.5rem}
}
@media print{
:root{--ground:#fff;--panel:#fff;--text:#000;--quiet:#444;--line:#999;--link:#000;--good:#00523c;--bad:#8a3200;
--caution:#5f3d00;--pass:#009e73;--block:#d55e00;--override:#9a5ba5;--idle:#7d8590;--ink:#fff}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{max-width:none;padding:0;font-size:10pt}
nav,.skip{display:none}
details{border:0;padding:0}
details::details-content{content-visibility:visible;display:block;height:auto;block-size:auto}
.scroll{overflow:visible}
.chart{min-width:0}
table{font-size:9pt}
th,td{min-width:0}
thead{display:table-header-group}
tr,li,figure,dl div,.verdict,summary{break-inside:avoid}
h2,h3,summary,caption{break-after:avoid}
header a[href^="http"]::after{content:" (" attr(href) ")";font-size:8pt}
}
@page{margin:15mm}
`
