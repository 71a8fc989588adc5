/** The style sheet of every widget: made once, shared by all of a page, and no element of it. */

const LIGHT = '--paper:#fbfbfa;--ink:#15181b;--ink-2:#535c64;--line:#dcdfe1;--line-2:#868f96;--focus:#1f4fd8;color-scheme:light;';
const DARK = '--paper:#111417;--ink:#e8ebed;--ink-2:#9fa9b0;--line:#2b3136;--line-2:#6c767d;--focus:#8fb0ff;color-scheme:dark;';
/** On the host's own ground, in the host's own ink. */
const CLEAR =
  '--paper:transparent;--ink:currentColor;--ink-2:color-mix(in srgb,currentColor 80%,transparent);--line:color-mix(in srgb,currentColor 22%,transparent);--line-2:color-mix(in srgb,currentColor 55%,transparent);--focus:currentColor;';

const TEXT = `
:host{display:block;container-type:inline-size;min-width:0;${LIGHT}}
:host([hidden]){display:none}
:host([theme=dark]){${DARK}}
:host([theme=transparent]){${CLEAR}}
@media(prefers-color-scheme:dark){:host(:not([theme=light],[theme=dark],[theme=transparent])){${DARK}}}
*{box-sizing:border-box;margin:0;padding:0}
article{contain:content;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);border:1px solid var(--line);border-top:2px solid var(--accent,var(--ink));font:400 14px/1.4 var(--pantau-font,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Ubuntu,"Helvetica Neue",Arial,sans-serif);font-variant-numeric:tabular-nums lining-nums;text-align:left;letter-spacing:0;-webkit-text-size-adjust:100%;text-size-adjust:100%}
:host([theme=transparent]) article{border-width:2px 0 0}
article>*{margin-inline:16px}
:host([theme=transparent]) article>*{margin-inline:0}
.test{margin:0!important;padding:4px 16px;background:var(--ink);color:var(--paper);font-size:12px}
.test b{margin-right:.5em}
:host([theme=transparent]) .test{padding:4px 0;background:none;color:inherit;border-bottom:1px solid var(--line-2)}
header{padding:12px 0 10px}
.kicker{color:var(--ink-2);font-size:12.5px}
.place{font-size:21px;font-weight:650;line-height:1.2;letter-spacing:-.012em;text-wrap:balance}
.main{flex:1 0 auto;border-top:1px solid var(--ink)}
ol,ul{list-style:none}
.rows li{display:grid;grid-template:"mark no name share" auto "mark . count share" auto/4px auto 1fr auto;column-gap:10px;align-items:baseline;padding:9px 0 8px;border-bottom:1px solid var(--line)}
.mark{grid-area:mark;align-self:stretch;display:flex;margin:2px 0}
.mark i{flex:1}
.no{grid-area:no;min-width:1ch;color:var(--ink-2);font-size:15px;text-align:right}
.name{grid-area:name;font-size:15px;font-weight:600;line-height:1.25;overflow-wrap:anywhere}
.count{grid-area:count;color:var(--ink-2);font-size:13px}
.share{grid-area:share;align-self:center;font-size:20px;font-weight:600;letter-spacing:-.01em;white-space:nowrap;text-align:right}
.bars li{border:0;grid-template:"no name share" auto "no count share" auto "bar bar bar" auto/auto 1fr auto;padding:10px 0 4px}
.bars li:last-child{padding-bottom:8px}
.bars .mark{display:none}
.bar{grid-area:bar;height:8px;margin-top:7px;background:linear-gradient(var(--line-2),var(--line-2)) 0 100%/100% 1px no-repeat}
.bar i{display:block;height:100%}
@container(min-width:440px){
.rows li{grid-template:"mark no name count share" auto/4px auto 1fr auto 104px;column-gap:12px}
.bars li{border:0;grid-template:"no name count share" auto "bar bar bar bar" auto/auto 1fr auto 104px}
.no,.name{font-size:17px}
.count{color:var(--ink);font-size:17px;text-align:right}
.share{align-self:baseline;font-size:21px}
.count .unit{display:none}
.place{font-size:26px}
}
.coverage{display:flex;flex-wrap:wrap;gap:0 12px;justify-content:space-between;padding-top:10px;font-size:13px}
.coverage b{font-weight:600}
.coverage span{color:var(--ink-2)}
.scale{position:relative;height:4px;margin-top:8px;background:linear-gradient(var(--line-2),var(--line-2)) 0 100%/100% 1px no-repeat}
.scale i{position:absolute;inset:0 auto 0 0;background:var(--ink)}
.scale i+i{background:repeating-linear-gradient(90deg,var(--ink) 0 1px,transparent 1px 4px)}
.said{padding:10px 0;border-top:1px solid var(--line);font-size:13px}
.said b{font-weight:600}
.closed{padding:14px 0}
.closed b{display:block;font-size:16px;font-weight:600;line-height:1.3;margin-bottom:4px}
footer{padding:10px 0 12px;font-size:12px;line-height:1.45;color:var(--ink-2);text-wrap:pretty}
footer p+p{margin-top:4px}
.link i{display:inline-block;width:8px;height:8px;margin-right:6px;border:1.5px solid var(--ink);border-radius:50%}
.live i{background:var(--ink)}
.delayed i{background:linear-gradient(90deg,var(--ink) 50%,transparent 50%)}
.offline i,.stopped i{background:linear-gradient(-45deg,transparent 41%,var(--ink) 41% 59%,transparent 59%)}
.link b{color:var(--ink);font-weight:600}
.wait{font:400 13px/1.4 system-ui,sans-serif;color:var(--ink-2)}
.notice{color:var(--ink)}
a{color:var(--ink);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
@media(forced-colors:active){i{forced-color-adjust:none}}
`;

let made: CSSStyleSheet | null = null;

/** Constructable, so that a host whose policy forbids inline style has nothing against it. */
export function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(TEXT);
  }
  return made;
}
