/**
 * How a drawing looks: on light and dark screens, and in black and white on paper. What a box
 * means is told by its shape, a refusal by a double line besides, the path by weight and numbers.
 */
export const STYLE = `
svg{--paper:#fff;--card:#fff;--ink:#17252a;--soft:#44555b;--line:#5d6f74;--grave:#98192e;--grave-tint:#fbeaec;--good:#1c653c;--good-tint:#e6f3ea;--amber:#7a4b00;--amber-tint:#fdf2dc;--own:#4b3a86;--own-tint:#eeebf8;--taken:#0a5960;--tint:#f1f5f5}
@media (prefers-color-scheme:dark){svg{--paper:#10191c;--card:#18252a;--ink:#e6eeee;--soft:#b3c2c5;--line:#8fa3a8;--grave:#ff9ca8;--grave-tint:#3a1d23;--good:#8fd6a8;--good-tint:#183325;--amber:#f2c776;--amber-tint:#37290f;--own:#c3b6f5;--own-tint:#272040;--taken:#7fd0d3;--tint:#1c2b30}}
@media print{svg{--paper:#fff;--card:#fff;--ink:#000;--soft:#000;--line:#333;--grave:#000;--grave-tint:#fff;--good:#000;--good-tint:#fff;--amber:#000;--amber-tint:#fff;--own:#000;--own-tint:#fff;--taken:#000;--tint:#fff}}
text{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;fill:var(--ink)}
.paper{fill:var(--paper)}
.heading{font-size:20px;font-weight:700}.title{font-size:13px;font-weight:700}.text{font-size:13px}.choice{font-size:12.5px}
.guard{font-size:12px;font-style:italic}.clause{font-size:11px;fill:var(--soft)}.foot{font-size:12px;font-weight:700}
.outline{fill:var(--card);stroke:var(--line);stroke-width:1.5}
.inner{fill:none;stroke:var(--line);stroke-width:1.2}
.passed>.outline,.stage>.outline{fill:var(--tint)}
.goes-on>.outline{fill:var(--good-tint);stroke:var(--good);stroke-width:2.5}.goes-on .foot{fill:var(--good)}
.waits>.outline{fill:var(--amber-tint);stroke:var(--amber);stroke-width:2.5;stroke-dasharray:7 4}.waits .foot{fill:var(--amber)}
.refused>.outline{fill:var(--grave-tint);stroke:var(--grave);stroke-width:2}.refused>.inner{stroke:var(--grave)}.refused .foot{fill:var(--grave)}
.withdrawn>.outline{fill:var(--own-tint);stroke:var(--own);stroke-width:1.5;stroke-dasharray:2 3}.withdrawn>.inner{stroke:var(--own);stroke-dasharray:2 3}.withdrawn .foot{fill:var(--own)}
.signpost>.outline{fill:var(--paper);stroke:var(--line);stroke-width:1;stroke-dasharray:3 3}
.line{fill:none;stroke:var(--line);stroke-width:1.5;stroke-linejoin:round}.head{fill:var(--line)}
.back{fill:var(--paper);stroke:none}.label .back{fill:var(--paper)}
.choosable{fill:none;stroke:var(--line);stroke-width:1.5}.person{fill:var(--ink)}.leads-to{fill:none;stroke:var(--ink);stroke-width:1.8}
.taken>.line{stroke:var(--taken);stroke-width:4.5}.taken>.head{fill:var(--taken);stroke:var(--taken);stroke-width:3}
.around{fill:none;stroke:var(--taken);stroke-width:4}
.label.taken>.back{stroke:var(--taken);stroke-width:1.5}
.step{fill:var(--taken)}.number{font-size:11px;font-weight:700;fill:var(--paper)}
`.trim()
