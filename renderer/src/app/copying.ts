import { plainText } from '../../../core/domain/unbroken.ts';

/** What is copied from the page is the text as it was typed: what guides the breaking of its lines stays behind. */
export function copyPlainly(event: ClipboardEvent): void {
  // A field holds what the learner typed, and its selection is its own.
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  const copied = document.getSelection()?.toString() ?? '';
  const plain = plainText(copied);
  if (plain === copied) return;
  event.clipboardData?.setData('text/plain', plain);
  event.preventDefault();
}
