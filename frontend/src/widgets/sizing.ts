/**
 * How a frame becomes as high as what is in it. The framed page says its height, in WordPress's own
 * words as well (`message`, `value`, `secret`); a page that has loaded embed.js listens for frames
 * of ours. A framed page listens to nobody.
 */

const HEIGHT_PIXELS_MAX = 5000;

interface Said {
  readonly pantau?: unknown;
  readonly value?: unknown;
}

/** In a frame: tells the page around it how high the widget is, now and whenever that changes. */
export function tellHeight(): void {
  const secret = /secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1] ?? '';
  const tell = (message: string, value: unknown) => {
    // Nothing in it is secret, and the page around may be anyone's.
    parent.postMessage({ pantau: 1, message, value, secret }, '*');
  };
  new ResizeObserver(() => {
    tell('height', Math.ceil(document.body.getBoundingClientRect().height));
  }).observe(document.body);
  // A sandbox without popups opens no link by itself; WordPress opens those that a press asks for.
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (secret && link) tell('link', link.href);
  });
}

/** On a host's page: gives frames of this origin the height that they say, and only to themselves. */
export function fitFrames(origin: string): void {
  addEventListener('message', ({ data, source }: MessageEvent<Said | null>) => {
    const value = data?.value;
    if (data?.pantau !== 1 || typeof value !== 'number' || !(value > 0)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source && frame.src.startsWith(`${origin}/embed/`)) {
        frame.style.height = `${Math.min(value, HEIGHT_PIXELS_MAX)}px`;
      }
    }
  });
}
