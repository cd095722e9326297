// OpenPGP.js as a Stateless OpenPGP program, as far as openpgp-matrix.sh needs one. The folder with
// node_modules/openpgp is given in OPENPGPJS.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const openpgp = await import(
  pathToFileURL(`${process.env.OPENPGPJS}/node_modules/openpgp/dist/node/openpgp.mjs`).href);
openpgp.config.minRSABits = 2047;
openpgp.config.rejectCurves = new Set();
openpgp.config.showVersion = false;

const [command, ...rest] = process.argv.slice(2);
const many = { '--sign-with': [], '--verify-with': [], '--with-password': [], '--with-key-password': [] };
const single = {};
const positional = [];
for (const argument of rest) {
  const [name, ...value] = argument.split('=');
  if (name in many) many[name].push(value.join('='));
  else if (argument.startsWith('--')) single[name] = value.join('=') || true;
  else positional.push(argument);
}

const input = () => readFileSync(0);
const password = file => readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
const armored = bytes => bytes.subarray(0, 5).toString('latin1') === '-----';
const isText = () => single['--as'] === 'text' || single['--as'] === 'clearsigned';

async function certificate(file) {
  const bytes = readFileSync(file);
  const key = await openpgp.readKey(armored(bytes) ? { armoredKey: bytes.toString() } : { binaryKey: bytes });
  return key.toPublic();
}

async function secretKey(bytes) {
  const key = await openpgp.readPrivateKey(
    armored(bytes) ? { armoredKey: bytes.toString() } : { binaryKey: bytes });
  if (key.isDecrypted()) return key;
  return openpgp.decryptKey({ privateKey: key, passphrase: many['--with-key-password'].map(password) });
}

const message = bytes =>
  openpgp.readMessage(armored(bytes) ? { armoredMessage: bytes.toString() } : { binaryMessage: bytes });
const certificates = files => Promise.all(files.map(certificate));
const secretKeys = files => Promise.all(files.map(file => secretKey(readFileSync(file))));

// One line for each signature that holds.
async function verified(signatures) {
  const lines = [];
  for (const signature of signatures) {
    try {
      await signature.verified;
      lines.push(`good signature by ${signature.keyID.toHex()}`);
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
    }
  }
  if (lines.length === 0) process.exit(3);
  return `${lines.join('\n')}\n`;
}

const profiles = {
  'seipdv2-ocb': { aeadProtect: true, preferredAEADAlgorithm: openpgp.enums.aead.ocb },
  'seipdv2-gcm': { aeadProtect: true, preferredAEADAlgorithm: openpgp.enums.aead.gcm },
  'seipdv2-eax': { aeadProtect: true, preferredAEADAlgorithm: openpgp.enums.aead.eax },
  argon2: { aeadProtect: true, s2kType: openpgp.enums.s2k.argon2 },
};

const keyProfiles = {
  v6: { type: 'curve25519', config: { v6Keys: true, aeadProtect: true } },
  'v6-448': { type: 'curve448', config: { v6Keys: true, aeadProtect: true } },
  'v4-25-27': { type: 'curve25519', config: {} },
  'v4-448': { type: 'curve448', config: {} },
};

const commands = {
  async version() {
    return `OpenPGP.js ${JSON.parse(readFileSync(`${process.env.OPENPGPJS}/node_modules/openpgp/package.json`)).version}\n`;
  },
  async 'list-profiles'() {
    const names = positional[0] === 'encrypt' ? Object.keys(profiles) : Object.keys(keyProfiles);
    return names.map(name => `${name}: ${name}\n`).join('');
  },
  async 'generate-key'() {
    const { type, config } = keyProfiles[single['--profile']];
    const { privateKey } = await openpgp.generateKey({
      type, config, userIDs: [{ name: 'Anna', email: 'anna@example.org' }], format: 'armored' });
    return privateKey;
  },
  async 'extract-cert'() {
    return (await secretKey(input())).toPublic().armor();
  },
  async encrypt() {
    return openpgp.encrypt({
      message: await openpgp.createMessage({ binary: input() }),
      encryptionKeys: await certificates(positional),
      signingKeys: await secretKeys(many['--sign-with']),
      passwords: many['--with-password'].map(password),
      config: profiles[single['--profile']] ?? {},
      format: 'armored',
    });
  },
  async decrypt() {
    const verificationKeys = await certificates(many['--verify-with']);
    const opened = await openpgp.decrypt({
      message: await message(input()),
      decryptionKeys: positional.length > 0 ? await secretKeys(positional) : undefined,
      verificationKeys,
      passwords: many['--with-password'].length > 0 ? many['--with-password'].map(password) : undefined,
      format: 'binary',
    });
    if (single['--verifications-out']) {
      writeFileSync(single['--verifications-out'], await verified(opened.signatures));
    }
    return Buffer.from(opened.data);
  },
  async sign() {
    const made = { signingKeys: await secretKeys(positional), detached: true };
    return openpgp.sign({ message: await openpgp.createMessage({ binary: input() }), ...made });
  },
  async 'inline-sign'() {
    const signingKeys = await secretKeys(positional);
    return single['--as'] === 'clearsigned'
      ? openpgp.sign({ message: await openpgp.createCleartextMessage({ text: input().toString() }), signingKeys })
      : openpgp.sign({ message: await openpgp.createMessage({ binary: input() }), signingKeys });
  },
  async verify() {
    const bytes = readFileSync(positional[0]);
    const { signatures } = await openpgp.verify({
      message: await openpgp.createMessage({ binary: input() }),
      signature: await openpgp.readSignature(
        armored(bytes) ? { armoredSignature: bytes.toString() } : { binarySignature: bytes }),
      verificationKeys: await certificates(positional.slice(1)),
    });
    return verified(signatures);
  },
  async 'inline-verify'() {
    const bytes = input();
    const verificationKeys = await certificates(positional);
    const cleartext = bytes.toString().startsWith('-----BEGIN PGP SIGNED MESSAGE-----');
    const result = cleartext
      ? await openpgp.verify({
        message: await openpgp.readCleartextMessage({ cleartextMessage: bytes.toString() }), verificationKeys })
      : await openpgp.verify({ message: await message(bytes), verificationKeys, format: 'binary' });
    const lines = await verified(result.signatures);
    if (single['--verifications-out']) writeFileSync(single['--verifications-out'], lines);
    return Buffer.from(result.data);
  },
};

if (!(command in commands)) process.exit(69);
try {
  process.stdout.write(await commands[command]());
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(/not supported|Unknown|unsupported/i.test(error.message) ? 13 : 29);
}
