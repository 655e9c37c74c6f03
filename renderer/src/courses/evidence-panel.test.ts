import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Evidence } from '../../../core/api/contract.ts';
import EvidencePanel from './EvidencePanel.svelte';

const passage = (id: string): Evidence => ({
  id,
  gist: { th: `ใจความ ${id}`, en: `gist ${id}` },
  section: { lessonId: 'l', sectionId: `s-${id}`, heading: { th: `ตอน ${id}`, en: `Section ${id}` } },
});

it('shows the nearest passage and the way to its section; the others and theirs when they are asked for', async () => {
  render(EvidencePanel, { evidence: ['p001', 'p002', 'p003'].map(passage), courseId: 'csto' });
  const links = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links()).toEqual(['#/lesson/csto/l/s-p001']);
  await userEvent.click(screen.getByRole('button'));
  expect(links()).toEqual(['#/lesson/csto/l/s-p001', '#/lesson/csto/l/s-p002', '#/lesson/csto/l/s-p003']);
});

it('names who speaks in a passage, and leads to what that is', () => {
  const voice = { id: 'essay', name: { th: 'บทความ', en: 'the essay' } };
  render(EvidencePanel, { evidence: [{ ...passage('p001'), voice }], courseId: 'csto' });
  expect(screen.getByRole('link', { name: 'the essay' }).getAttribute('href')).toBe('#/voices/csto/essay');
});
