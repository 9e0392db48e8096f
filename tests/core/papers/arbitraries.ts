import fc from 'fast-check';

/** Words with letters that meet the syntax of Markdown: accents, Arabic, numbers, signs inside. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{2,8}$/) },
  fc.constantFrom(
    'Élections',
    'протокол',
    'السلام',
    '2027',
    'R-0142',
    "it's",
    'AMBER+STRICT',
    '5×3',
    '½',
    'a&b',
    '3<4',
    '\\',
  ),
);
const plain = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

const inline: fc.Arbitrary<string> = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    plain,
    tie('inline').map((text) => `**${text}**`),
    tie('inline').map((text) => `*${text}*`),
    plain.map((text) => `~~${text}~~`),
    plain.map((text) => `\`${text}\``),
    tie('inline').map((text) => `[${text}](https://example.org/a "hint")`),
    plain.map((text) => `![${text}](map.png)`),
    tie('inline').map((text) => `<u>${text}</u>`),
    tie('inline').map((text) => `x<sup>${text}</sup>`),
    plain.map((text) => `${text}[^n1]`),
    plain.map((text) => `${text}[^unknown]`),
    fc.tuple(tie('inline'), tie('inline')).map(([one, other]) => `${one} ${other}`),
    fc.tuple(tie('inline'), tie('inline')).map(([one, other]) => `${one}\n${other}`),
    fc.tuple(plain, plain).map(([one, other]) => `${one}  \n${other}`),
    fc.constantFrom(
      'x <!-- aside -->',
      'by <redacted/> there',
      'https://example.org/x?y=1',
      'desk@example.org',
      '&eacute;',
      '\\*',
    ),
  ),
})).inline;

const indented = (text: string, by: string) => text.split('\n').join(`\n${by}`);

const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: inline },
    fc.tuple(fc.integer({ min: 1, max: 6 }), plain).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `- ${indented(item, '  ')}`).join('\n')),
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 12 }), tie('block')), { minLength: 1, maxLength: 3 })
      .map((items) => items.map(([number, item]) => `${number}. ${indented(item, '    ')}`).join('\n')),
    tie('block').map((text) => `> ${indented(text, '> ')}`),
    plain.map((text) => `\`\`\`txt\n${text}\n\`\`\``),
    fc.tuple(plain, plain, plain).map(([a, b, c]) => `Table: ${c}\n\n| ${a} | b |\n|:--|--:|\n| ${b} | **c** |`),
    plain.map((text) => `<div class="box">\n<p>${text}</p>\n</div>`),
    plain.map((text) => `{TLP:GREEN} ${text}`),
    fc.constant('---'),
  ),
})).block;

/** A Markdown text from a grammar of blocks, with footnotes and perhaps a portion. */
export const markdown: fc.Arbitrary<string> = fc
  .record({
    blocks: fc.array(block, { minLength: 1, maxLength: 6 }),
    footnotes: fc.array(fc.tuple(fc.constantFrom('n1', 'n2'), inline), { maxLength: 3 }),
    portion: fc.option(plain),
  })
  .map(({ blocks, footnotes, portion }) =>
    [
      ...blocks,
      ...(portion === null ? [] : [`:::portion TLP:RED read="Registry"\n${portion}\n:::`]),
      ...footnotes.map(([name, text]) => `[^${name}]: ${indented(text, '    ')}`),
    ].join('\n\n'),
  );

/** Anything that could be in a text file, heavy with the signs of Markdown. */
export const scribble: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '*',
          '_',
          '`',
          '~',
          '[',
          ']',
          '(',
          ')',
          '!',
          '<',
          '>',
          '#',
          '-',
          '+',
          '|',
          ':',
          '\\',
          '&',
          '^',
          '{',
          '}',
          '"',
        ],
        ...[
          '\n',
          '\n\n',
          '\t',
          ' ',
          '    ',
          ':::portion TLP:RED',
          ':::',
          '{TLP:GREEN}',
          '[^1]',
          '[^1]: ',
          '---',
          '```',
          '<!--',
        ],
        ...[
          '-->',
          '<div>',
          '</div>',
          '<sup>',
          '1. ',
          '| a |',
          '|---|',
          'Table: ',
          'https://a.b',
          '&#0;',
          '\r\n',
          '\u2028',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));
