import type { CDPSession } from '@playwright/test';

/** Electron's name of a permission → Chromium's names of what it opens. */
const NAMES: Readonly<Record<string, readonly string[]>> = { media: ['microphone', 'camera'] };

/** Grants or denies in Chromium what the app granted or denied. */
export async function setPermissions(cdp: CDPSession, granted: Readonly<Record<string, boolean>>): Promise<void> {
  const { targetInfo } = await cdp.send('Target.getTargetInfo');
  const { browserContextId } = targetInfo;
  for (const [asked, isGranted] of Object.entries(granted))
    for (const name of NAMES[asked] ?? [asked])
      await cdp.send('Browser.setPermission', {
        permission: { name },
        setting: isGranted ? 'granted' : 'denied',
        ...(browserContextId !== undefined && { browserContextId }),
      });
}
