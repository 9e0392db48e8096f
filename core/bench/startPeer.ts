/**
 * The least that could answer a browser from an encrypted database: Node's HTTP server and the driver, one query.
 * Arguments: the database and its key in hexadecimal. Writes its port.
 */
import { createServer } from 'node:http';
import Database from 'better-sqlite3';

const [file = '', key = ''] = process.argv.slice(2);
const sqlite = new Database(file, { readonly: true });
sqlite.pragma("cipher='sqlcipher'");
sqlite.pragma('legacy=4');
sqlite.pragma(`key="x'${key}'"`);

const server = createServer((_request, response) => {
  const rows = sqlite.prepare('SELECT id, kind, title FROM record ORDER BY title LIMIT 100').all();
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(rows));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
