import { z } from 'zod';

/** How large pages are shown: as wide as there is room, whole, or by so much of their printed size. */
export const Zoom = z.union([z.enum(['width', 'page']), z.number().min(0.5).max(3)]);
export type Zoom = z.infer<typeof Zoom>;

export const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3] as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels to a point of paper at 100 %. */
const POINT = 96 / 72;
/** What stays free around a page, in CSS pixels. */
export const MARGIN = 20;

/** CSS pixels to a point, for a page (in points) in a room (in CSS pixels). */
export function scaleOf(zoom: Zoom, page: Size, room: Size): number {
  if (typeof zoom === 'number') return zoom * POINT;
  const wide = Math.max(0.2, (room.width - 2 * MARGIN) / page.width);
  const high = Math.max(0.2, (room.height - 2 * MARGIN) / page.height);
  return Math.min(3 * POINT, zoom === 'width' ? wide : Math.min(wide, high));
}

/** The next step from what is shown. */
export function nextZoom(scale: number, by: 1 | -1): number {
  const now = scale / POINT;
  const next = by > 0 ? STEPS.find((step) => step > now + 0.005) : STEPS.findLast((step) => step < now - 0.005);
  return next ?? (by > 0 ? 3 : 0.5);
}

/** `112`: percent of the printed size. */
export const percentOf = (scale: number): number => Math.round((scale / POINT) * 100);
