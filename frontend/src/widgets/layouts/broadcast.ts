import type { Layout, Setting } from '../layout.js';
import { rows } from '../rows.js';
import { sheetOf } from './sheet.js';
import { TYPEFACE, bringTypeface } from './typeface.js';

/** A whole screen, in parts of its width, within the margins that every television shows. */
const BOTH = `
article{position:relative;display:grid;border:0;overflow:hidden;padding:0;font-family:var(--pantau-font,"${TYPEFACE}",system-ui,sans-serif)}
:host([theme=transparent]) article{border:0}
article>*{margin-inline:0!important}
.test{position:absolute;inset:0 0 auto;z-index:1}
header{padding:0}
.main,.coverage{border:0;padding:0}
.rows li,.bars li{padding:0;border:0;align-content:center}
.bars li:last-child{padding:0}
.no{font-weight:400}
footer p:last-child{display:none}
.scale{background-size:100% 2px}
.said{padding:.4em 0;border:0;font-size:1em}
`;

const WIDE = `
article{aspect-ratio:16/9;grid-template:auto 1fr auto/1fr 23cqw;grid-template-areas:"head head" "main cover" "foot foot";gap:3cqw 5cqw;padding:5.2cqw 5cqw 3.6cqw;font-size:1.35cqw}
.test{padding:.6cqw 5cqw;font-size:1.3cqw}
header{grid-area:head}
.kicker{font-size:1.7cqw}
.place{font-size:4.6cqw;line-height:1.1}
.main,.closed{grid-area:main}
.main ol{display:grid;height:100%;grid-auto-rows:1fr}
.bars li{grid-template:"no name count share" auto "bar bar bar bar" auto/2.4cqw 1fr auto 16cqw;column-gap:1.4cqw}
.no,.name{font-size:2.5cqw}
.count{font-size:2.3cqw}
.count .unit{display:none}
.share{font-size:3.5cqw;align-self:baseline}
.bar{height:1.4cqw;margin-top:.8cqw}
article>div:nth-of-type(3){grid-area:cover;align-self:center}
article>div:nth-of-type(4){grid-area:cover;align-self:end}
.coverage{display:block;font-size:1.7cqw}
.coverage b{display:block;font-size:2.5cqw;line-height:1.2;margin-bottom:.6cqw}
.scale{height:.7cqw;margin-top:1.4cqw}
.closed b{font-size:3cqw}
.closed{font-size:1.8cqw}
footer{grid-area:foot;padding:0;font-size:1.45cqw}
.link i{width:1cqw;height:1cqw;border-width:.2cqw;margin-right:.6cqw}
`;

const TALL = `
article{aspect-ratio:9/16;grid-template:auto 1fr auto auto/1fr;grid-template-areas:"head" "main" "cover" "foot";gap:5cqw;padding:16cqw 7cqw 12cqw;font-size:3cqw}
.test{padding:7cqw 7cqw 2cqw;font-size:3cqw}
header{grid-area:head;padding-top:6cqw}
.kicker{font-size:3.8cqw}
.place{font-size:9.5cqw;line-height:1.08}
.main,.closed{grid-area:main}
.main ol{display:grid;height:100%;grid-auto-rows:1fr}
.bars li{grid-template:"no name share" auto "no count share" auto "bar bar bar" auto/5cqw 1fr auto;column-gap:2cqw}
.no,.name{font-size:4.8cqw}
.count{font-size:4.4cqw;text-align:left}
.count .unit{display:inline}
.share{font-size:7.6cqw;align-self:center}
.bar{height:3cqw;margin-top:2.4cqw}
article>div:nth-of-type(3),article>div:nth-of-type(4){grid-area:cover}
article>div:nth-of-type(4){align-self:end}
.coverage{display:block;font-size:3.8cqw}
.coverage b{display:block;font-size:5.6cqw;line-height:1.25}
.scale{height:1.4cqw;margin-top:2.4cqw}
.closed b{font-size:6cqw}
.closed{font-size:4cqw}
footer{grid-area:foot;padding:0;font-size:3cqw}
.link i{width:2cqw;height:2cqw;border-width:.4cqw;margin-right:1.2cqw}
`;

/** The bars as a picture of 16:9 or 9:16, for a mixer's browser source or an upright screen. */
export function layout(setting: Setting): Layout {
  void bringTypeface();
  const sheet = sheetOf(BOTH + (setting.options.layout === 'broadcast-16x9' ? WIDE : TALL));
  return { ...rows(setting, true), sheet };
}
