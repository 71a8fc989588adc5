/** The line that a newsroom copies, as docs/widget.md has it. */
export function line(url: string, area: string, attributes = ''): string {
  return (
    `<pantau-suara contest="ppwp" area="${area}" ${attributes}>` +
    `<a href="${url}/ppwp/${area}"><img src="${url}/embed/ppwp/${area}.svg" alt="Perolehan suara" width="300"></a></pantau-suara>`
  );
}

export function script(url: string): string {
  return `<script type="module" src="${url}/embed.js"></script>`;
}
