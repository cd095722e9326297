// OpenPGP.js as a peer of the tests: one operation by name, armour on standard input, answers on standard output.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const openpgp = createRequire(process.env.WAXWING_PEERS + '/')('@protontech/openpgp');
const [operation, ...files] = process.argv.slice(2);
const text = name => readFileSync(name, 'utf8');
const config = { v6Keys: true };

switch (operation) {
  case 'generate': {
    const { privateKey } = await openpgp.generateKey({
      userIDs: [{ name: 'Ben', email: 'ben@example.org' }],
      type: 'pqc',
      date: new Date('2026-03-01T12:00:00Z'),
      config
    });
    process.stdout.write(privateKey);
    break;
  }
  case 'encrypt': {
    // Files: the recipient's certificate, the signer's key, the text.
    const message = await openpgp.encrypt({
      message: await openpgp.createMessage({ binary: readFileSync(files[2]) }),
      encryptionKeys: await openpgp.readKey({ armoredKey: text(files[0]) }),
      signingKeys: await openpgp.readPrivateKey({ armoredKey: text(files[1]) }),
      date: new Date('2026-03-02T12:00:00Z'),
      config
    });
    process.stdout.write(message);
    break;
  }
  case 'decrypt': {
    // Files: the recipient's key, the signer's certificate, the message.
    const { data, signatures } = await openpgp.decrypt({
      message: await openpgp.readMessage({ armoredMessage: text(files[2]) }),
      decryptionKeys: await openpgp.readPrivateKey({ armoredKey: text(files[0]) }),
      verificationKeys: await openpgp.readKey({ armoredKey: text(files[1]) }),
      date: new Date('2026-03-02T12:00:00Z'),
      expectSigned: true,
      config
    });
    await signatures[0].verified;
    process.stdout.write(data);
    break;
  }
  default:
    throw new Error('no such operation: ' + operation);
}
