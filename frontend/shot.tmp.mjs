import { chromium } from '@playwright/test';
const base = process.env.BASE ?? 'http://127.0.0.1:21500';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const shots = process.argv.slice(2);
for (const [w, h, name] of [[360, 800, 'phone'], [1440, 900, 'desk']]) {
  for (const scheme of (process.env.SCHEMES ?? 'light').split(',')) {
    const context = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, locale: 'id-ID', timezoneId: 'Asia/Jakarta' });
    const page = await context.newPage();
    if (process.env.LS) await page.addInitScript((ls) => { for (const [k, v] of Object.entries(JSON.parse(ls))) localStorage.setItem(k, v); }, process.env.LS);
    for (const path of shots) {
      await page.goto(base + path);
      await page.waitForTimeout(2500);
      const file = `/tmp/st/${name}-${scheme}-${path.replace(/\W+/g, '_')}${process.env.TAG ?? ''}.png`;
      await page.screenshot({ path: file, fullPage: !!process.env.FULL });
      console.log(file);
    }
    await context.close();
  }
}
await browser.close();
