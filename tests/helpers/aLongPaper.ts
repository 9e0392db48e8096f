const PLACES = ['Dour', 'Hallin', 'Marren', 'Osk', 'Tavelle', 'Brenn'];
const SUBJECTS = ['The register', 'A convoy', 'The mission', 'An observer', 'The council', 'A broadcaster'];
const EVENTS = [
  'was counted',
  'turned back',
  'reported again',
  'asked for access',
  'changed its line',
  'met the mediator',
];
const TIMES = [
  'before the elections',
  'in the second quarter',
  'after the order',
  'during the harvest',
  'at the crossing',
];

/**
 * A paper of about 100 KB as offices write them, in Markdown: chapters, lists, tables, quotations and many footnotes.
 * Every sentence is different; nothing in it is true.
 */
export function aLongPaper(): string {
  const notes: string[] = [];
  let number = 0;
  const pick = (from: readonly string[], by: number) => from[Math.floor(number / by) % from.length] ?? '';
  const sentence = () => {
    number += 1;
    return `${pick(SUBJECTS, 1)} ${pick(EVENTS, 6)} ${pick(TIMES, 36)} near ${pick(PLACES, 7)}, case ${number}.`;
  };
  const paragraph = (withNote: boolean) => {
    const sentences = Array.from({ length: 6 }, sentence).join(' ');
    if (!withNote) return sentences;
    notes.push(
      `[^${notes.length + 1}]: Note ${notes.length + 1}: *${sentence()}* See [the annex](https://example.org/${number}).`,
    );
    return `${sentences}[^${notes.length}]`;
  };
  const chapters = Array.from({ length: 40 }, (_, chapter) => {
    const table = PLACES.map((place, row) => `| ${place} | ${chapter * 10 + row} | ${sentence()} |`).join('\n');
    return [
      `## ${chapter + 1}. ${pick(SUBJECTS, 1)} ${pick(TIMES, 1)}`,
      paragraph(true),
      `- ${sentence()}\n- **${sentence()}**\n  1. ${sentence()}\n  2. ${sentence()}`,
      paragraph(true),
      `> ${sentence()}`,
      `| Place | Count | Remark |\n| :--- | ---: | --- |\n${table}`,
      paragraph(false),
    ].join('\n\n');
  });
  return ['# A long paper of no office', ...chapters, ...notes].join('\n\n');
}
