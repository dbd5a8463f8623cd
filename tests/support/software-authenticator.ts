import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A passkey kept in memory, for tests without a browser: it answers as an authenticator that knows its owner. */
export function aSoftwareAuthenticator({ origin = 'http://localhost:3000', rpId = 'localhost' } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;

  const authenticatorData = (more: Buffer, flags: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flags]), count, more]);
  };
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const said = { id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {} };

  return {
    create: (challenge: string): string => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const key = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey.export({ format: 'jwk' }))]);
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        bytes(authenticatorData(key, present | verified | withKey)),
      ]);
      const clientDataJSON = url(clientData('webauthn.create', challenge));
      return JSON.stringify({ ...said, response: { clientDataJSON, attestationObject: url(attestationObject) } });
    },
    /** `known` false: the owner was not recognised. */
    get: (challenge: string, { known = true } = {}): string => {
      const data = authenticatorData(Buffer.alloc(0), known ? present | verified : present);
      const client = clientData('webauthn.get', challenge);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      const response = { clientDataJSON: url(client), authenticatorData: url(data), signature: url(signature) };
      return JSON.stringify({ ...said, response });
    },
  };
}

const [present, verified, withKey] = [0x01, 0x04, 0x40];
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest();
const url = (data: Buffer) => data.toString('base64url');

// The few words of CBOR that are needed here (RFC 8949).
const text = (words: string) => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
const bytes = (data: Buffer) => Buffer.concat([Buffer.from([0x58, data.length]), data]);

// A P-256 key of ES256 as COSE writes it (RFC 9052).
const coseKey = ({ x = '', y = '' }: { x?: string; y?: string }) =>
  Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, 'base64url')),
  ]);
