import type { PaperSize } from '../../language/paperSize.ts';
import { squareOf } from './square.ts';

/** Dots an inch, as sharp as office printers are. */
const DOTS = 300;
const MILLIMETRES = 25.4;
const SIZES: Readonly<Record<PaperSize, readonly [number, number]>> = { a4: [210, 297], 'us-letter': [215.9, 279.4] };
const MARGIN = 25;

/** What a printed card says. */
export interface PrintedCard {
  /** `Amberdesk · Card` */
  readonly head: string;
  readonly name: string;
  /** Organisation and role. */
  readonly line: string;
  readonly groups: readonly string[];
  readonly digits: string;
  /** What it is for, below. */
  readonly text: readonly string[];
}

/** Draws a card as a page of paper, and gives the address of the picture, which holds until it is revoked. */
export async function drawCard(card: PrintedCard, paper: PaperSize): Promise<string> {
  const fonts = ['600 40px "Source Serif 4"', '400 40px "Source Sans 3"', '500 40px "Source Code Pro"'];
  await Promise.all(fonts.map((font) => document.fonts.load(font, card.name + card.digits)));
  const [width, height] = SIZES[paper];
  const dots = (millimetres: number) => Math.round((millimetres * DOTS) / MILLIMETRES);
  const canvas = document.createElement('canvas');
  canvas.width = dots(width);
  canvas.height = dots(height);
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('This browser draws nothing.');
  const colours = getComputedStyle(document.documentElement);
  context.fillStyle = colours.getPropertyValue('--sheet');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = colours.getPropertyValue('--sheet-ink');
  context.strokeStyle = context.fillStyle;

  const write = (words: string, font: string, millimetres: number, x: number, y: number) => {
    context.font = font.replace('1em', `${dots(millimetres)}px`);
    context.fillText(words, dots(x), dots(y), dots(width - x - MARGIN));
  };
  write(card.head, '400 1em "Source Sans 3", sans-serif', 4, MARGIN, 32);
  write(card.name, '600 1em "Source Serif 4", serif', 10, MARGIN, 48);
  write(card.line, '400 1em "Source Sans 3", sans-serif', 5.5, MARGIN, 58);
  context.lineWidth = dots(0.3);
  context.beginPath();
  context.moveTo(dots(MARGIN), dots(66));
  context.lineTo(dots(width - MARGIN), dots(66));
  context.stroke();
  card.groups.forEach((group, index) => {
    const [column, row] = [index % 4, Math.floor(index / 4)];
    write(group, '500 1em "Source Code Pro", monospace', 9, MARGIN + column * 40, 84 + row * 17);
  });
  const square = squareOf(card.digits);
  const side = 62;
  context.save();
  context.translate(dots(MARGIN - 6), dots(110));
  const scale = Math.floor(dots(side) / square.size);
  context.scale(scale, scale);
  context.fill(new Path2D(square.path));
  context.restore();
  let y = 120;
  const beside = MARGIN + side;
  for (const paragraph of card.text) {
    context.font = `400 ${dots(4.4)}px "Source Sans 3", sans-serif`;
    for (const line of broken(context, paragraph, dots(width - beside - MARGIN))) {
      write(line, '400 1em "Source Sans 3", sans-serif', 4.4, beside, y);
      y += 6.4;
    }
    y += 3;
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new TypeError('The card was not drawn.');
  return URL.createObjectURL(blob);
}

/** A paragraph in lines that fit. */
function broken(context: CanvasRenderingContext2D, paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
