const NAMESPACES = [
  'office',
  'text',
  'table',
  'style',
  'drawing:draw',
  'xsl-fo-compatible:fo',
  'svg-compatible:svg',
  'meta',
]
  .map((name) => {
    const [long = '', short = long] = name.split(':');
    return `xmlns:${short}="urn:oasis:names:tc:opendocument:xmlns:${long}:1.0"`;
  })
  .join(' ');

const STYLES = [1, 2, 3]
  .map(
    (level) =>
      `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="paragraph" style:default-outline-level="${level}"/>`,
  )
  .join('');

/** A text document of LibreOffice in one file, with these styles and this content. */
function writerFile(content: string, styles = '', masters = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:math="http://www.w3.org/1998/Math/MathML" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>${STYLES}</office:styles><office:automatic-styles>${styles}</office:automatic-styles>${masters}<office:body><office:text>${content}</office:text></office:body></office:document>`;
}

const p = (text: string) => `<text:p>${text}</text:p>`;
const h = (level: number, text: string) =>
  `<text:h text:outline-level="${level}" text:style-name="Heading_20_${level}">${text}</text:h>`;
const letters = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
const span = (style: string, text: string) => `<text:span text:style-name="${style}">${text}</text:span>`;
const item = (content: string) => `<text:list-item>${content}</text:list-item>`;
const cell = (text: string, attributes = '') => `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const note = (kind: 'footnote' | 'endnote', number: number, text: string) =>
  `<text:note text:note-class="${kind}" text:id="${kind}${number}"><text:note-citation>${number}</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;

const NUMBERS = `<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="4"/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>`;

/** A document with a picture in each paragraph: its bytes in base64, what there is to see, and how wide it is, in centimetres. */
export function withPictures(pictures: readonly (readonly [base64: string, alt: string, wide: number])[]): string {
  const frames = pictures.map(
    ([base64, alt, wide], at) =>
      `<draw:frame draw:name="Picture ${at + 1}" text:anchor-type="as-char" svg:width="${wide}cm" svg:height="3cm"><draw:image><office:binary-data>${base64}</office:binary-data></draw:image><svg:desc>${alt}</svg:desc></draw:frame>`,
  );
  return writerFile([p('Before the pictures.'), ...frames.map(p)].join(''));
}

/** Ten documents, each with features of another sort, as flat files that LibreOffice opens. */
export const WRITER_FILES: Readonly<Record<string, string>> = {
  headings: writerFile(
    `<text:p text:style-name="Title">A report of the mission</text:p>${h(1, 'Access')}${p('Convoys are late.')}${h(2, 'By road')}${p('The road is closed.')}${h(3, 'By ferry')}${p('Twice a week.')}`,
  ),
  letters: writerFile(
    p(
      `Some are ${span('B', 'bold')}, ${span('I', 'slanted')}, ${span('S', 'struck out')}, x${span('U', '2')}, H${span('L', '2')}O, ${span('C', 'fixed width')}, ${span('N', 'underlined')} or ${span('R', 'coloured')}.`,
    ),
    [
      letters('B', 'fo:font-weight="bold"'),
      letters('I', 'fo:font-style="italic"'),
      letters('S', 'style:text-line-through-style="solid"'),
      letters('U', 'style:text-position="super 58%"'),
      letters('L', 'style:text-position="sub 58%"'),
      letters('C', 'style:font-name="Courier New" fo:font-family="Courier New"'),
      letters('N', 'style:text-underline-style="solid"'),
      letters('R', 'fo:color="#c00000" fo:background-color="#ffff00"'),
    ].join(''),
  ),
  lists: writerFile(
    `${p('What is asked:')}<text:list text:style-name="Numbers">${item(p('the first point'))}${item(`${p('the second point')}<text:list>${item(p('a detail of it'))}${item(p('another detail'))}</text:list>`)}${item(p('the third point'))}</text:list>${p('and nothing else.')}`,
    NUMBERS,
  ),
  tables: writerFile(
    `${p('Before the table.')}<table:table table:name="Days"><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>${row(cell('Province'), cell('Days', 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>')}</table:table-header-rows>${row(cell('Dour', 'table:number-rows-spanned="2"'), cell('eleven'), cell('in March'))}${row('<table:covered-table-cell/>', cell('twelve'), cell('in April'))}</table:table>${p('Behind the table.')}`,
  ),
  notes: writerFile(
    p(
      `The census${note('footnote', 1, 'Of 2021, as published.')} is disputed${note('endnote', 1, 'See the letter of May.')} by some${note('footnote', 2, 'Counted at the crossing.')}.`,
    ),
  ),
  links: writerFile(
    `${p('<text:bookmark text:name="here"/>Read <text:a xlink:type="simple" xlink:href="https://example.org/access">the access report</text:a> and <text:a xlink:type="simple" xlink:href="#here">the beginning</text:a>, or write to <text:a xlink:type="simple" xlink:href="mailto:desk@example.org">the desk</text:a>.')}${p('See <text:bookmark-ref text:reference-format="text" text:ref-name="here">above</text:bookmark-ref> too.')}`,
  ),
  changes: writerFile(
    `<text:tracked-changes><text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>Desk</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region><text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>Desk</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info>${p('was never said')}</text:deletion></text:changed-region></text:tracked-changes>${p('It was said<text:change-start text:change-id="c1"/> and written down<text:change-end text:change-id="c1"/> twice<text:change text:change-id="c2"/>.')}${p('A remark<office:annotation><dc:creator>Desk</dc:creator><dc:date>2026-01-01T00:00:00</dc:date><text:p>to be checked</text:p></office:annotation> stands here.')}`,
  ),
  frames: writerFile(
    `${p('Before the frame.')}${p('<draw:frame draw:name="Box" text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>A box of its own.</text:p></draw:text-box></draw:frame>beside the frame')}${p('Behind the frame.')}`,
  ),
  scripts: writerFile(
    [
      'السلام عليكم ورحمة الله',
      'שלום עולם וברכה',
      'Доброго дня, колеги',
      'Καλημέρα σας',
      '漢字テスト 한국어 시험',
      'Naïve café, œuvre, Łódź 😀 done',
    ]
      .map(p)
      .join(''),
  ),
  sections: writerFile(
    `<text:section text:style-name="Columns" text:name="Two">${p('In two columns.')}${p('Still in two columns.')}</text:section>${p('A tab<text:tab/>and a line<text:line-break/>break, three<text:s text:c="2"/>spaces, page <text:page-number text:select-page="current">1</text:page-number>.')}<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="3"/><text:index-body><text:p text:style-name="Contents_20_1">The end<text:tab/>1</text:p></text:index-body></text:table-of-content>${h(1, 'The end')}${p('Good bye.')}`,
    `<style:style style:name="Columns" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.5cm"/></style:section-properties></style:style><style:page-layout style:name="Page"><style:page-layout-properties/><style:header-style/><style:footer-style/></style:page-layout>`,
    `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:header>${p('Head of the page')}</style:header><style:footer>${p('Foot of the page')}</style:footer></style:master-page></office:master-styles>`,
  ),
};
