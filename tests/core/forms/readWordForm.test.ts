import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordForm } from '../../../core/documents/word/wordForm.ts';
import { readWordForm } from '../../../core/forms/readWordForm.ts';
import { readReply } from '../../../domain/replies/readReply.ts';
import type { ReplyFormParts } from '../../../domain/replies/replyForm.ts';
import { replyWordForm } from '../../../domain/replies/replyWordForm.ts';
import { codeOf } from '../../helpers/aVault.ts';
import { fillWordForm, withinWord } from '../../helpers/fillWordForm.ts';
import { converted } from '../../helpers/libreOffice.ts';

const PARTS: ReplyFormParts & { exercise: string } = {
  ...{ language: 'en', label: 'TLP:GREEN', exercise: 'EXERCISE', reference: '0a1b-2c3d-4e5f' },
  ...{ network: 'Exercise Meridian', meeting: 'Eighth meeting' },
  items: [
    { number: 'O1', title: 'What the bodies bring' },
    { number: 'O2', title: 'Wells & roads <north>' },
  ],
};
const FILLED = {
  ...{ '1': 'O2 Wells & roads <north>', '2': 'Wells we look after' },
  ...{ '3': 'Sorrelfield has water.\n\nWe ask for pumps.', '4': 'A. Adeyemi', '5': 'yes', '6': 'board' },
};
const READ = {
  ...{ isForm: true, reference: '0a1b2c3d4e5f', openNumber: 'O2', title: 'Wells we look after' },
  ...{ contact: 'A. Adeyemi', mayBeNamed: 'yes', passOn: 'board' },
};

const empty = (language: 'en' | 'fr' = 'en') =>
  wordForm(replyWordForm({ ...PARTS, language }), { paper: 'a4' }, '2026-11-28');
const read = (bytes: Uint8Array) => {
  const { text, fields } = readWordForm(bytes);
  return readReply(text, fields);
};

describe('a form in a Word file is read back', () => {
  it('as it was filled in, in both languages; one that was not says nothing', async () => {
    for (const language of ['en', 'fr'] as const) {
      const form = await empty(language);
      const { isForm, reference, ...said } = read(form);
      expect({ isForm, reference }).toEqual({ isForm: true, reference: '0a1b2c3d4e5f' });
      expect(said).toMatchObject({ title: '', text: '', contact: '', mayBeNamed: 'unsaid', passOn: 'unsaid' });
      const french = { ...FILLED, '5': 'oui', '6': 'conseil' };
      const filled = read(fillWordForm(form, language === 'fr' ? french : FILLED));
      expect(filled).toMatchObject(READ);
      expect(filled.text).toMatch(/^Sorrelfield has water\.\s+We ask for pumps\.$/);
    }
  });

  it('whatever was written into it', async () => {
    const form = await empty();
    const words = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((text) => text.replace(/[\p{Cc}\p{Co}[\]>|]/gu, ' '));
    fc.assert(
      fc.property(words, words, (title, text) => {
        const filled = read(fillWordForm(form, { '1': 'O1', '2': title, '3': text, '5': 'no' }));
        const plain = (said: string) => said.normalize('NFC').replace(/\s+/g, ' ').trim();
        const known = readReply(`[[1 a]]\nO1\n[[2 b]]\n${title}\n[[3 c]]\n${text}\n[[9 d]]`);
        expect(plain(filled.title)).toBe(plain(known.title));
        expect(plain(filled.text)).toBe(plain(known.text));
        expect(filled.mayBeNamed).toBe('no');
      }),
      { numRuns: 40 },
    );
  });

  it('after LibreOffice wrote it anew, as its own form and as Word’s again', async () => {
    const own = converted({ 'filled.docx': fillWordForm(await empty(), FILLED), 'empty.docx': await empty() }, 'odt');
    const again = converted({ 'filled.odt': own.filled ?? '', 'empty.odt': own.empty ?? '' }, 'docx');
    expect(read(again.filled ?? Buffer.from(''))).toMatchObject(READ);
    expect(read(again.empty ?? Buffer.from(''))).toMatchObject({ isForm: true, title: '', text: '', contact: '' });
  });

  it('where its marked lines are gone, by its fields; where its fields are gone, by its lines', async () => {
    const filled = fillWordForm(await empty(), FILLED);
    const { fields, text } = readWordForm(filled);
    expect(readReply(text.replace(/\[\[.*?\]\]/g, ''), fields)).toMatchObject({ title: 'Wells we look after' });
    expect(readReply(text)).toMatchObject(READ);
  });

  it('without what was struck out, what a field computes, and a second copy of a box', async () => {
    const added = [
      '<w:p><w:del w:id="1"><w:r><w:delText>struck</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>put in</w:t></w:r></w:ins></w:p>',
      '<w:p><w:r><w:instrText>INCLUDETEXT secret</w:instrText></w:r><mc:AlternateContent><mc:Choice><w:r><w:t>once</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>',
    ].join('');
    const { text, notes } = readWordForm(withinWord(await empty(), added));
    expect(text).toContain('put in');
    expect(text).toContain('once');
    for (const words of ['struck', 'secret', 'twice']) expect(text).not.toContain(words);
    expect(notes.map(({ kind }) => kind)).toEqual(['tracked']);
  });

  it('and nothing is read of one that is made to harm', async () => {
    const form = await empty();
    const entities = withinWord(form, '<!DOCTYPE a [<!ENTITY b "c">]>');
    const endless = withinWord(form, '<w:tbl><w:tr><w:tc>'.repeat(400));
    expect(await codeOf(() => readWordForm(entities))).toBe('load.malformed');
    expect(await codeOf(() => readWordForm(endless))).toBe('load.malformed');
    expect(await codeOf(() => readWordForm(form.subarray(0, 3000)))).toBe('load.malformed');
  });
});
