// The peer Socket.IO, WebSocket only: every JSON text that is posted goes to everybody as the event `state`.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const [port] = process.argv.slice(2);
const NEVER_MILLIS = 600_000;

const http = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    response.writeHead(204).end();
    io.emit('state', JSON.parse(Buffer.concat(parts).toString()));
  });
});
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  pingInterval: NEVER_MILLIS,
  pingTimeout: NEVER_MILLIS,
});
// As its documentation advises for memory: the request of the upgrade is not kept.
io.engine.on('connection', (socket) => {
  socket.request = null;
});

http.keepAliveTimeout = 0;
http.listen(Number(port), '127.0.0.1', 4096);
