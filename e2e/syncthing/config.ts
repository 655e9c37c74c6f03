import { basename } from 'node:path';

/** One of the Syncthings that mirror a folder: who it is, where it listens, and which folder it mirrors. */
export interface Peer {
  readonly id: string;
  readonly port: number;
  readonly guiPort: number;
  readonly folder: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What it asks of the world outside this machine: nothing at all. */
const ALONE = {
  globalAnnounceEnabled: false,
  localAnnounceEnabled: false,
  relaysEnabled: false,
  natEnabled: false,
  crashReportingEnabled: false,
  startBrowser: false,
  urAccepted: -1,
  autoUpgradeIntervalH: 0,
  announceLANAddresses: false,
  stunKeepaliveStartS: 0,
  // One that was killed is found again soon.
  reconnectionIntervalS: 1,
};

/** A configuration under which `own` mirrors its folder with all `peers`, itself among them, over the loopback and nothing else. */
export function configOf(own: Peer, peers: readonly Peer[], apiKey: string): string {
  const options = Object.entries(ALONE).map(([name, value]) => `<${name}>${value}</${name}>`);
  const devices = peers.map(
    ({ id, port, folder }) =>
      `<device id="${id}" name="${escaped(basename(folder))}"><address>tcp://127.0.0.1:${port}</address></device>`,
  );
  const members = peers.map(({ id }) => `<device id="${id}"></device>`);
  return `<configuration version="36">
  <folder id="jamdai" path="${escaped(own.folder)}" type="sendreceive" rescanIntervalS="5" fsWatcherEnabled="true" fsWatcherDelayS="1">
    ${members.join('\n    ')}
  </folder>
  ${devices.join('\n  ')}
  <gui enabled="true" tls="false"><address>127.0.0.1:${own.guiPort}</address><apikey>${apiKey}</apikey></gui>
  <options><listenAddress>tcp://127.0.0.1:${own.port}</listenAddress>${options.join('')}</options>
</configuration>
`;
}
