import type { Handlers, Output } from '../../api/contract.ts';
import { withAddresses, type AddressOf } from '../../domain/block-media.ts';

type Fault = Output<'lesson.preview'>['faults'][number];

/** How the Markdown of a section looks in a lesson. Nothing of it is kept. */
async function lessonPreview(text: string, addressOf: AddressOf): Promise<Output<'lesson.preview'>> {
  const { toBlocks } = await import('../../compiler/blocks.ts');
  const faults: Fault[] = [];
  const blocks = toBlocks(text, (line, _, fault) => faults.push({ line, fault }), true);
  return { blocks: withAddresses(blocks, addressOf), faults };
}

export const lessonPreviewHandlers = (addressOf: AddressOf) =>
  ({ 'lesson.preview': ({ text }) => lessonPreview(text, addressOf) }) satisfies Partial<Handlers>;
