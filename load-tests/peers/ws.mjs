// The peer `ws`: every text that is posted goes to every socket. `plain` sends as its README does; `encoded` makes the frame
// once and writes its bytes to the sockets underneath, which is the least that can be had from it.
import { createServer } from 'node:http';
import { Sender, WebSocket, WebSocketServer } from 'ws';

const [port, how] = process.argv.slice(2);
const TEXT = 1;

const http = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    response.writeHead(204).end();
    send(Buffer.concat(parts));
  });
});
// No compression and no check of UTF-8: the floor and our own path do neither.
const viewers = new WebSocketServer({ server: http, perMessageDeflate: false, skipUTF8Validation: true });

function send(text) {
  if (how === 'encoded') {
    const head = { fin: true, opcode: TEXT, mask: false, rsv1: false, readOnly: true };
    const frame = Buffer.concat(Sender.frame(text, head));
    for (const viewer of viewers.clients) {
      if (viewer.readyState === WebSocket.OPEN) {
        viewer._socket.write(frame);
      }
    }
    return;
  }
  for (const viewer of viewers.clients) {
    if (viewer.readyState === WebSocket.OPEN) {
      viewer.send(text, { binary: false });
    }
  }
}

http.keepAliveTimeout = 0;
http.listen(Number(port), '127.0.0.1', 4096);
