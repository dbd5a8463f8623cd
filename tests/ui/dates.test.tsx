import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Time } from '@/components/ui/time';
import { ago, formatDate, formatDateTime, formatMonth, formatTime } from '@/lib/core/dates';

const now = new Date('2026-11-22T12:00:00Z');
const past = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('dates', () => {
  it('S8 are written the British way, by a clock in London', () => {
    expect(formatDateTime(new Date('2026-11-22T08:10:00Z'))).toBe('22 November 2026, 08:10');
    expect(formatDate(new Date('2026-03-05T10:00:00Z'))).toBe('5 March 2026');
    expect(formatMonth(now)).toBe('November 2026');
  });

  it('S8 follow summer time: half past eleven at night in UTC is the next day in England in July', () => {
    expect(formatDateTime(new Date('2026-07-01T23:30:00Z'))).toBe('2 July 2026, 00:30');
    expect(formatTime(new Date('2026-12-01T00:05:00Z'))).toBe('00:05');
  });

  it.each([
    [0.5, 'just now'],
    [1, '1 minute ago'],
    [59, '59 minutes ago'],
    [60, '1 hour ago'],
    [180, '3 hours ago'],
    [24 * 60, '1 day ago'],
    [6 * 24 * 60, '6 days ago'],
    [7 * 24 * 60, '15 November 2026'],
    [-30, '22 November 2026, 12:30'],
    [-3 * 24 * 60, '25 November 2026'],
  ])('S8 %d minutes past reads "%s"', (minutes, words) => {
    expect(ago(now, past(minutes))).toBe(words);
  });

  it('S8 a moment in words always carries the full date for machines and on request', () => {
    render(<Time at={past(180)} now={now} />);
    const time = screen.getByText('3 hours ago');
    expect(time).toHaveAttribute('dateTime', '2026-11-22T09:00:00.000Z');
    expect(time).toHaveAttribute('title', '22 November 2026, 09:00');
  });
});
