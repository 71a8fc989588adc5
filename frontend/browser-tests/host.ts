import { type Server, createServer } from 'node:http';

/** A page of a newsroom, as its server gives it. */
export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A newsroom's own site on a port, so an origin, of its own. */
export class Host {
  readonly pages = new Map<string, HostPage>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Host> {
    const server = createServer((request, response) => {
      const page = host.pages.get(request.url ?? '');
      response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers });
      response.end(page?.html ?? '');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const host = new Host(server, `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    return host;
  }

  /** Gives a page an address; the answer is it. */
  page(path: string, body: string, headers: Readonly<Record<string, string>> = {}, lang = 'id'): string {
    const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Koran</title></head><body><main><h1>Koran</h1>${body}</main></body></html>`;
    this.pages.set(path, { html, headers });
    return this.url + path;
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
