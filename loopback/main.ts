#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runHost } from './runHost.ts';

/** The built interface: from the source tree, or beside the bundled program. */
const INTERFACE = new URL(import.meta.url.endsWith('.ts') ? '../dist/renderer' : '../renderer', import.meta.url);

process.exitCode = await runHost(process.argv.slice(2), fileURLToPath(INTERFACE));
