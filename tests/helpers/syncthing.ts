import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { aFolder } from './aVault.ts';

/** One Syncthing with its own keys, and the folder that it synchronises with the other. */
export interface Engine {
  readonly folder: string;
  start(): void;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** The addresses at which it can be reached. */
  listens(): string[];
}

interface Keys {
  readonly home: string;
  readonly device: string;
  readonly port: number;
  readonly folder: string;
}

/**
 * Two Syncthing processes on this machine that share a folder each, over 127.0.0.1 and with nobody else: no discovery, no
 * relays, no mapping of ports, no upgrades, no reports, no page of their own. `slow`: what the second takes in at most,
 * in KiB a second.
 */
export async function twoEngines({ slow }: { readonly slow: number }): Promise<readonly [Engine, Engine]> {
  const one = { ...(await someKeys()), folder: aFolder() };
  const other = { ...(await someKeys()), folder: aFolder() };
  return [anEngine(one, other, 0), anEngine(other, one, slow)];
}

async function someKeys(): Promise<Omit<Keys, 'folder'>> {
  const home = aFolder('syncthing-');
  execFileSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing'], {
    stdio: 'ignore',
    env: ENVIRONMENT,
  });
  const device = execFileSync('syncthing', ['serve', '--device-id', `--home=${home}`], {
    encoding: 'utf8',
    env: ENVIRONMENT,
  });
  return { home, device: device.trim(), port: await aFreePort() };
}

/** `STMONITORED`: one process, without another that would start it again. */
const ENVIRONMENT = { ...process.env, STNOUPGRADE: '1', STNODEFAULTFOLDER: '1', STMONITORED: 'yes' };

function anEngine(own: Keys, other: Keys, slow: number): Engine {
  writeFileSync(join(own.home, 'config.xml'), configuration(own, other, slow), { mode: 0o600 });
  let child: ChildProcess | undefined;
  const kill = async () => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = once(running, 'close');
    running.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return {
    folder: own.folder,
    kill,
    listens() {
      const sockets = execFileSync('ss', ['-Hltunp'], { encoding: 'utf8' }).split('\n');
      const own = sockets.filter((line) => line.includes(`pid=${child?.pid},`));
      return own.map((line) => line.split(/\s+/)[4] ?? line);
    },
    start() {
      child = spawn('syncthing', ['serve', `--home=${own.home}`, '--no-browser', '--no-restart'], {
        stdio: 'ignore',
        env: ENVIRONMENT,
      });
    },
  };
}

function configuration(own: Keys, other: Keys, slow: number): string {
  const device = ({ device: id, port }: Keys, name: string) =>
    `<device id="${id}" name="${name}" compression="never"><address>tcp://127.0.0.1:${port}</address></device>`;
  return `<configuration version="36">
  <folder id="exchange" label="Exchange" path="${own.folder}" type="sendreceive" rescanIntervalS="3600"
    fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="${own.device}"></device><device id="${other.device}"></device>
    <minDiskFree unit="%">0</minDiskFree>
  </folder>
  ${device(own, 'own')}
  ${device(other, 'other')}
  <gui enabled="false"></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${own.port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
    <startBrowser>false</startBrowser>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <limitBandwidthInLan>true</limitBandwidthInLan>
    <maxRecvKbps>${slow}</maxRecvKbps>
  </options>
</configuration>
`;
}

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return address.port;
}
