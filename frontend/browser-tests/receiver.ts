import { createHmac } from 'node:crypto';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody who receives webhooks on this machine, and answers with a status that can be changed. */
export class Receiver {
  readonly got: Got[] = [];
  status = 200;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const receiver = new Receiver(server, `http://127.0.0.1:${port}/hook`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        receiver.got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(receiver.status).end();
      });
    });
    return receiver;
  }

  /** The types of what came, oldest first. */
  types(): readonly string[] {
    return this.got.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  /** True where the last that came is signed by this secret. */
  signedBy(secret: string): boolean {
    const { headers, body } = this.got.at(-1) ?? { headers: {}, body: '' };
    const mac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'));
    const text = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    return String(headers['webhook-signature']).split(' ').includes(`v1,${mac.update(text).digest('base64')}`);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
