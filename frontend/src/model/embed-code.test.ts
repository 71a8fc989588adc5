import { expect, test } from 'vitest';
import { type Embedding, elementCode, frameCode, pictureAddress } from './embed-code.js';

const plain: Embedding = {
  ...{ contest: 'ppwp', area: '31', layout: 'card', language: 'id', theme: 'auto', accent: '', height: '', title: 'DKI "Jakarta" <b>' },
};
const origin = 'https://suara.example';

test('elementCode_usual_namesOnlyWhatMustBeNamedAndQuotesTheRest', () => {
  expect(elementCode(origin, plain)).toBe(
    '<script type="module" src="https://suara.example/embed.js"></script>\n' +
      '<pantau-suara contest="ppwp" area="31" language="id"><a href="https://suara.example/ppwp/31">' +
      '<img src="https://suara.example/embed/ppwp/31.svg?lang=id" alt="DKI &quot;Jakarta&quot; &lt;b&gt;" width="400"></a></pantau-suara>',
  );
});

test('elementCode_chosen_hasEveryAttribute', () => {
  const code = elementCode(origin, { ...plain, layout: 'map', theme: 'dark', accent: '#b00020', height: '400' });
  expect(code).toContain('area="31" layout="map" language="id" theme="dark" accent="#b00020" height="400">');
});

test('frameCode_asksByQueryWithoutTheHash', () => {
  const code = frameCode(origin, { ...plain, accent: '#b00020', layout: 'bars' });
  expect(code).toContain('src="https://suara.example/embed/ppwp/31?layout=bars&amp;lang=id&amp;accent=b00020"');
  expect(code).toContain('sandbox="allow-scripts allow-popups"');
});

test('pictureAddress_namesLanguageAndTheme', () => {
  expect(pictureAddress(origin, plain)).toBe('https://suara.example/embed/ppwp/31.svg?lang=id&theme=auto');
});
