import { type Server, type Socket, connect, createServer } from 'node:net';

/** Carries bytes; `silent` takes connections and carries nothing; `cut` refuses them, as a network that is gone. */
type LineState = 'open' | 'silent' | 'cut';

/** A network line between two real ends on this machine, which a test can disturb as networks are. */
export class Line {
  private state: LineState = 'open';
  private readonly ends = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
    private readonly target: number,
  ) {
    server.on('connection', (near) => {
      this.carry(near);
    });
  }

  /** A line to a port of this machine. */
  static async to(target: number, state: LineState = 'open'): Promise<Line> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const line = new Line(server, typeof address === 'object' && address ? address.port : 0, target);
    line.state = state;
    return line;
  }

  /** From now on; what is connected is broken, but silently where the line falls silent. */
  become(state: LineState): void {
    this.state = state;
    if (state === 'silent') for (const end of this.ends) end.pause();
    else this.drop();
  }

  /** Breaks what is connected; whoever comes back is let through. */
  drop(): void {
    for (const end of this.ends) end.destroy();
  }

  async end(): Promise<void> {
    this.drop();
    await new Promise((closed) => this.server.close(closed));
  }

  private keep(end: Socket, other: () => Socket | undefined): void {
    this.ends.add(end);
    // What breaks is what the test wanted broken.
    end.on('error', () => undefined);
    end.on('close', () => {
      this.ends.delete(end);
      other()?.destroy();
    });
  }

  private carry(near: Socket): void {
    if (this.state === 'cut') {
      near.destroy();
      return;
    }
    if (this.state === 'silent') {
      this.keep(near, () => undefined);
      near.pause();
      return;
    }
    const far = connect(this.target, '127.0.0.1');
    this.keep(near, () => far);
    this.keep(far, () => near);
    near.pipe(far);
    far.pipe(near);
  }
}
