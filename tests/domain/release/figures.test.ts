import { expect, it } from 'vitest';
import { isJsonObject } from '../../../domain/records/json.ts';
import { objects } from '../../../domain/records/text.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { release } from '../../../domain/release/release.ts';
import { aBlock, aDocument, aRecord, CLEAR, circumstancesOf, idOf, theCircle } from '../../helpers/releasable.ts';

it('shows a figure to whom its picture goes, and leaves no trace of it elsewhere', () => {
  const sha256 = 'ab'.repeat(32);
  const figure = (id: string, file: string) => ({
    type: 'figure',
    attrs: { id, file, alt: 'The bridge', width: 60, hidden: 'x' },
    content: [{ type: 'text', text: 'At Osk' }],
  });
  const attachments = [{ id: 'a', order: 'a0', name: 'bridge.png', mediaType: 'image/png', size: 9, sha256 }];
  const body = aDocument(figure('own', sha256), aBlock('p', 'After it.'), figure('strange', 'cd'.repeat(32)));
  const paper = aRecord('paper', idOf('bridges'), { type: 'csoInput', title: 'Bridges', body, attachments }, CLEAR);
  const documentsFor = (audience: Audience) => {
    const all = [...theCircle(), paper];
    return release({ records: all, wanted: new Set([paper.id]) }, audience, circumstancesOf(all)).release.documents;
  };
  const shown = (audience: Audience) => {
    const [document] = documentsFor(audience);
    const content = isJsonObject(document?.body.body) ? objects(document.body.body.content) : [];
    return content.map(({ type, attrs }) => [type, isJsonObject(attrs) ? (attrs.file ?? '') : '']);
  };
  expect(shown({ kind: 'board' })).toEqual([
    ['figure', sha256],
    ['paragraph', ''],
    ['figure', ''],
  ]);
  expect(shown({ kind: 'public' })).toEqual([['paragraph', '']]);
  expect(JSON.stringify(documentsFor({ kind: 'board' }))).not.toContain('hidden');
});
