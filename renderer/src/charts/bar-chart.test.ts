import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { unbrokenRuns } from './bar-chart.ts';
import BarChart from './BarChart.svelte';
import { HATCH } from './hatching.ts';
import { layOut } from './plot.fixture.ts';
import { standaloneSvg } from './standalone-svg.ts';

const bars = [12, 30, 7].map((value, at) => ({
  id: String(at),
  label: `Day ${at}: ${value} answers`,
  parts: [
    { value, fill: 'var(--h3)' },
    { value: at === 0 ? 5 : 0, fill: HATCH },
  ],
  tick: `d${at}`,
}));

beforeEach(() => layOut(444));

describe('a bar chart', () => {
  it('draws each bar at its real size over whole steps', () => {
    const { container } = render(BarChart, { label: 'Answers', bars, height: 144 });
    const drawn = [...container.querySelectorAll('g rect:not(.area)')];
    // 100 px for 30, from an axis that ends at 30; the part that is late stands on the first bar.
    expect(drawn.map((rect) => Math.round(Number(rect.getAttribute('height'))))).toEqual([40, 16, 100, 23]);
    expect(container.querySelector('svg')?.getAttribute('width')).toBe('444');
    expect([...container.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['0', '10', '20', '30', 'd0', 'd1', 'd2']),
    );
  });

  it('is one stop of the Tab key; arrow keys walk the bars, and each shows its value', async () => {
    const user = userEvent.setup();
    const { container } = render(BarChart, { label: 'Answers', bars });
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Day 0: 12 answers');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Day 2: 7 answers');
    expect(container.querySelector('.readout')?.textContent?.trim()).toBe('Day 2: 7 answers');
    await user.tab();
    expect(container.contains(document.activeElement)).toBe(false);
    expect(container.querySelector('.readout')).toBeNull();
    expect(screen.getAllByRole('img')).toHaveLength(3);
  });

  it('leaves gaps in a line where nothing is known', () => {
    expect(unbrokenRuns([null, 0.9, 0.8, null, 0.7])).toEqual([[1, 2], [4]]);
  });
});

describe('a chart as a picture that needs no page', () => {
  it('has its title, its legend and resolved colours, and nothing of the page', () => {
    document.documentElement.style.setProperty('--h3', 'rgb(92, 124, 185)');
    const { container } = render(BarChart, { label: 'Answers', bars });
    const plot = container.querySelector('svg')!;
    const picture = standaloneSvg(plot, {
      title: 'Answers & more',
      legend: [{ label: 'later', color: 'var(--h3)', look: 'filled' }],
    });
    const text = new XMLSerializer().serializeToString(picture);
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="492"/);
    expect(text).toContain('Answers &amp; more');
    expect(text).toContain('later');
    expect(text).not.toMatch(/tabindex|data-item|class="|style="/);
    expect(picture.querySelectorAll('pattern')).toHaveLength(1);
  });
});
