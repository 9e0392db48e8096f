import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/sourceTree.ts';

describe("Electron's build", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'amberdesk-electron-build-'));
    const { config } = await resolveConfig({ root: ROOT, logLevel: 'silent' }, 'build', 'production');
    for (const part of [config?.main, config?.preload]) {
      await build({ ...part, configFile: false, build: { ...part?.build, outDir: folder } });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes a main process of one file, which takes the core from the bundle that all hosts share', () => {
    expect(readdirSync(folder).sort()).toEqual(['main.js', 'preload.cjs']);
    const imported = [...readFileSync(join(folder, 'main.js'), 'utf8').matchAll(/^import .*from "([^"]+)"/gm)];
    const names = imported.map(([, name]) => name ?? '');
    expect(names.filter((name) => !isBuiltin(name)).sort()).toEqual(['../app/createCore.js', 'electron']);
  });

  it('makes a preload of one file that runs in the sandbox and gives the page seven functions, all of its own', async () => {
    const required: string[] = [];
    const exposed = new Map<string, Record<string, unknown>>();
    const invoked: unknown[][] = [];
    class StubFile {}
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, given: Record<string, unknown>) => exposed.set(name, given) },
      ipcRenderer: {
        invoke: async (...given: unknown[]) => void invoked.push(given),
        on: () => {},
        off: () => {},
      },
      webUtils: { getPathForFile: () => '/media/stick/dossier.amber' },
    };
    const sandbox = {
      require: (name: string) => {
        required.push(name);
        if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}.`);
        return electron;
      },
      module: { exports: {} },
      exports: {},
      File: StubFile,
    };
    runInNewContext(readFileSync(join(folder, 'preload.cjs'), 'utf8'), sandbox);
    expect(required).toEqual(['electron']);
    expect([...exposed.keys()]).toEqual(['amberdesk']);
    const bridge = exposed.get('amberdesk') ?? {};
    expect(Object.keys(bridge).sort()).toEqual(
      ['call', 'chooseFiles', 'chooseFolder', 'chooseSaveFile', 'opened', 'openWindow', 'pathOf', 'subscribe'].sort(),
    );
    for (const given of Object.values(bridge)) {
      expect(typeof given).toBe('function');
      expect([electron.ipcRenderer.invoke, electron.ipcRenderer.on, electron.webUtils.getPathForFile]).not.toContain(
        given,
      );
    }
    const { call, pathOf } = bridge;
    if (typeof call !== 'function' || typeof pathOf !== 'function') throw new Error('The bridge lacks a function.');
    await call('vault.status', {});
    expect(invoked).toEqual([['amberdesk:call', 'vault.status', {}]]);
    expect([pathOf(new StubFile()), pathOf({ path: '/etc/passwd' })]).toEqual(['/media/stick/dossier.amber', '']);
  });
});
