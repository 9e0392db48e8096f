/**
 * The database driver. It asks Node's report which C library this is, and the report's part on the network would look
 * up the names of every open connection: that part is left out before the driver can ask.
 */
Object.assign(process.report, { excludeNetwork: true });

export { default } from 'better-sqlite3';
