/** Bombs: a little that becomes much, in bytes, in entries, or in work. Each is seen before it goes off. */
import { randomBytes } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sealHeader, sealSmall } from '../../../core/exchange/ageHeader.ts';
import { LARGEST_FILE } from '../../../core/exchange/limits.ts';
import { readAgeRecipient } from '../../../core/vault/installation.ts';
import { canonicalJson, type JsonObject } from '../../../domain/records/json.ts';
import type { RevisionContent } from '../../../domain/records/revision.ts';
import { aDossier, aFile, open } from './aDossier.ts';
import { AN_ID, aDesk, NORTHMARK } from './aNetwork.ts';
import { lineOf, withLines, written } from './forgedRevisions.ts';
import { archive, encrypt, recipientOf, resigned } from './forgery.ts';
import { refuses } from './leavesNothing.ts';

const aCapital = () => aDesk(NORTHMARK, 'Kingdom of Northmark', 'Joren Halk', 'member');

describe('an over-long header', () => {
  it('is refused before the first byte behind it is read', async () => {
    const desk = await aCapital();
    const line = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
    const header = `age-encryption.org/v1\n${line.repeat(14_000)}--- ${'A'.repeat(43)}\n`;
    await refuses(desk, 'bundle.tooLarge', () => open(desk, aFile(Buffer.from(header))));
    const endless = `age-encryption.org/v1\n-> X25519 ${'A'.repeat(2 ** 20)}`;
    await refuses(desk, 'bundle.tooLarge', () => open(desk, aFile(Buffer.from(endless))));
    const crowded = `age-encryption.org/v1\n${line.repeat(1_025)}--- ${'A'.repeat(43)}\n`;
    await refuses(desk, 'bundle.tooLarge', () => open(desk, aFile(Buffer.from(crowded))));
    const huge = aFile(Buffer.from('age-encryption.org/v1\n'));
    truncateSync(huge, LARGEST_FILE + 1); // sparse: takes no room
    await refuses(desk, 'bundle.tooLarge', () => open(desk, huge));
  });
});

describe('a scrypt bomb', () => {
  it('is refused by its factor, also with the right passphrase; 2^60 rounds would never end', async () => {
    const desk = await aCapital();
    const passphrase = 'a quiet river at dawn';
    const { header } = await sealHeader({ passphrase, workFactor: 4 });
    for (const factor of ['19', '30', '60', '99', '999']) {
      const bomb = Buffer.from(header)
        .toString('latin1')
        .replace(/(-> scrypt \S+) 4/, `$1 ${factor}`);
      const file = aFile(Buffer.concat([Buffer.from(bomb, 'latin1'), randomBytes(2_000)]));
      await refuses(desk, 'bundle.tooLarge', () => open(desk, file, { passphrase }));
      await refuses(desk, 'bundle.tooLarge', () => open(desk, file));
    }
  });

  it('is refused among other recipients and more than once, whatever the factors', async () => {
    const desk = await aCapital();
    const { header } = await sealHeader({ passphrase: 'a quiet river at dawn', workFactor: 4 });
    const text = Buffer.from(header).toString('latin1');
    const stanza = text.slice(text.indexOf('->'), text.indexOf('---'));
    for (const more of [stanza, stanza.repeat(100), `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`]) {
      const file = aFile(Buffer.from(text.replace('---', `${more}---`), 'latin1'));
      await refuses(desk, 'bundle.tampered', () => open(desk, file, { passphrase: 'a quiet river at dawn' }));
    }
  });

  it('is not even looked at in a place, which only a key opens', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const { header } = await sealHeader({ passphrase: 'x', workFactor: 4 });
    const bomb = Buffer.from(header)
      .toString('latin1')
      .replace(/(-> scrypt \S+) 4/, '$1 18');
    const forged = await resigned(file, tavania, secretariat, ({ manifest }) => {
      const [addressee] = manifest.addressees as JsonObject[];
      const place = Buffer.concat([Buffer.from(bomb, 'latin1'), Buffer.alloc(64)]).toString('base64');
      manifest.addressees = [{ ...addressee, place }];
    });
    await refuses(tavania, 'bundle.malformed', () => open(tavania, forged));
  });
});

describe('a place', () => {
  it('has one recipient: one in whose header many keys would be tried is refused', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const recipient = readAgeRecipient(tavania.session.vault);
    const sound = await sealSmall(recipient, Buffer.from('{}'));
    const text = sound.toString('latin1');
    const stanza = text.slice(text.indexOf('->'), text.indexOf('---'));
    const crowded = text.replace('---', `${stanza.repeat(90)}---`);
    const forged = await resigned(file, tavania, secretariat, ({ manifest }) => {
      const [addressee] = manifest.addressees as JsonObject[];
      manifest.addressees = [{ ...addressee, place: Buffer.from(crowded, 'latin1').toString('base64') }];
    });
    await refuses(tavania, 'bundle.malformed', () => open(tavania, forged));
  });
});

describe('many or large entries', () => {
  it('are refused by the sizes they declare', async () => {
    const { tavania } = await aDossier();
    const declared = async (size: number) => {
      const block = await archive([{ name: 'print/x.pdf', bytes: Buffer.alloc(0) }]);
      const header = Buffer.from(block.subarray(0, 512));
      header.write(`${size.toString(8).padStart(11, '0')} `, 124);
      header.write('        ', 148);
      header.write(
        `${header
          .reduce((sum, byte) => sum + byte, 0)
          .toString(8)
          .padStart(6, '0')}\0 `,
        148,
      );
      return encrypt(Buffer.concat([header, Buffer.alloc(4096)]), recipientOf(tavania));
    };
    await refuses(tavania, 'bundle.tooLarge', async () => open(tavania, await declared(2 * 2 ** 30 + 1)));
    await refuses(tavania, 'bundle.tooLarge', async () => open(tavania, await declared(8 ** 11 - 1)));
    const long = { name: `print/${'x'.repeat(120)}.pdf`, bytes: Buffer.alloc(0), header: { pax: {} } };
    const longName = await encrypt(await archive([long]), recipientOf(tavania));
    await refuses(tavania, 'bundle.tooLarge', () => open(tavania, longName));
    const many = Array.from({ length: 10_001 }, (_, at) => ({ name: `reply/${at}`, bytes: Buffer.alloc(0) }));
    const crowded = await encrypt(await archive(many), recipientOf(tavania));
    await refuses(tavania, 'bundle.tooLarge', () => open(tavania, crowded));
    const bigManifest = await encrypt(
      await archive([{ name: 'manifest.json.sig', bytes: Buffer.alloc(5_000) }]),
      recipientOf(tavania),
    );
    await refuses(tavania, 'bundle.tooLarge', () => open(tavania, bigManifest));
  });
});

describe('records that expand', () => {
  it('are not unpacked further than two hundred times their size', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const bomb = await resigned(file, tavania, secretariat, ({ files }) => {
      files.set('records.jsonl.gz', gzipSync(Buffer.alloc(50_000_000, 0x20)));
    });
    await refuses(tavania, 'bundle.tooLarge', () => open(tavania, bomb));
  });

  it('are refused however the bomb is packed, and a single line never grows beyond its limit', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const bombs = [
      // Members behind one another, each harmless by itself.
      Buffer.concat(Array.from({ length: 40 }, () => gzipSync(Buffer.alloc(5_000_000, 0x20)))),
      // Less than 200 times, but one line of 33 MiB.
      gzipSync(Buffer.concat([Buffer.alloc(33 * 2 ** 20, 0x20), Buffer.from(randomBytes(200_000).toString('hex'))])),
    ];
    for (const bytes of bombs) {
      const bomb = await resigned(file, tavania, secretariat, ({ files }) => {
        files.set('records.jsonl.gz', bytes);
      });
      await refuses(tavania, 'bundle.tooLarge', () => open(tavania, bomb));
    }
  });
});

describe('a revision graph made to be merged without end', () => {
  it('is refused when a record has more heads than anybody could have written apart', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const record = AN_ID();
    const heads = Array.from({ length: 65 }, (_, at) => {
      const changes: Partial<RevisionContent> = { record, nonce: at.toString(16).padStart(32, '0') };
      return lineOf(written(secretariat, changes));
    });
    const forged = await withLines(file, tavania, secretariat, (all) => [...all, ...heads]);
    await refuses(tavania, 'bundle.malformed', () => open(tavania, forged));
    // Nor does it help to name fewer of them than there are.
    const silent = await resigned(forged, tavania, secretariat, ({ manifest }) => {
      const named = manifest.heads as JsonObject;
      const [first] = named[record] as string[];
      manifest.heads = { ...named, [record]: [first ?? ''] };
    });
    await refuses(tavania, 'bundle.malformed', () => open(tavania, silent));
  });

  it('comes to an end where every version names two before it, sixty deep', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const record = AN_ID();
    const lines: string[] = [];
    let parents: RevisionContent['parents'] = [];
    for (let depth = 0; depth < 60; depth += 1) {
      const pair = [0, 1].map((side) =>
        written(secretariat, {
          record,
          parents,
          nonce: (2 * depth + side).toString(16).padStart(32, '0'),
          body: { title: `Side ${side} at ${depth}`, type: 'note', language: 'en' },
        }),
      );
      lines.push(...pair.map(lineOf));
      parents = pair.map(({ id }) => id);
    }
    const forged = await withLines(file, tavania, secretariat, (all) => [...all, ...lines]);
    expect(await open(tavania, forged)).toMatchObject({ state: 'staged' });
  });
});

describe('JSON made to exhaust its reader', () => {
  it('is refused: two hundred thousand levels, in a line and in the manifest', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const line = lineOf(written(secretariat, {})).replace('"Written elsewhere"', deep);
    const forged = await withLines(file, tavania, secretariat, (all) => [...all, line]);
    await refuses(tavania, 'bundle.malformed', () => open(tavania, forged));
    const entries = [
      ['manifest.json', deep],
      ['manifest.json', canonicalJson({ format: 1, reader: 1 })],
    ] as const;
    for (const [name, text] of entries) {
      const odd = await resigned(file, tavania, secretariat, () => {}, { [name]: Buffer.from(text) });
      await refuses(tavania, 'bundle.malformed', () => open(tavania, odd));
    }
  });

  it('is refused before it is parsed: a few megabytes of nothing but brackets, in a line and in the manifest', async () => {
    const { secretariat, tavania, file } = await aDossier();
    const empty = `[${'[],'.repeat(400_000)}[]]`;
    const line = lineOf(written(secretariat, {})).replace('"Written elsewhere"', empty);
    const forged = await withLines(file, tavania, secretariat, (all) => [...all, line]);
    await refuses(tavania, 'bundle.tooLarge', () => open(tavania, forged));
    const instead = Buffer.from(`{"a":${empty},"b":${empty},"c":${empty}}`);
    const odd = await resigned(file, tavania, secretariat, () => {}, { 'manifest.json': instead });
    await refuses(tavania, 'bundle.tooLarge', () => open(tavania, odd));
    // Commas and brackets in a text are no values.
    const prose = written(secretariat, { body: { title: '[],{}:'.repeat(100_000), type: 'note', language: 'en' } });
    const long = await withLines(file, tavania, secretariat, (all) => [...all, lineOf(prose)]);
    expect(await open(tavania, long)).toMatchObject({ state: 'staged' });
  });
});
