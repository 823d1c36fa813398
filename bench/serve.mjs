/** Serves bench/bare as server/serve.mjs serves the product: Next.js behind Node's HTTP server. */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import next from 'next';

Object.assign(process.env, { NODE_ENV: 'production' });
const port = Number(process.env.PORT);
const dir = fileURLToPath(new URL('./bare', import.meta.url));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
const app = next({ dev: false, dir, port });
await app.prepare();
createServer(app.getRequestHandler()).listen(port, () => console.log('Zendrhax is ready'));
