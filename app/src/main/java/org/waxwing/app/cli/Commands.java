package org.waxwing.app.cli;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.waxwing.app.cli.command.AccountAdd;
import org.waxwing.app.cli.command.AccountList;
import org.waxwing.app.cli.command.AccountRemove;
import org.waxwing.app.cli.command.AccountTest;
import org.waxwing.app.cli.command.Backup;
import org.waxwing.app.cli.command.CertCheck;
import org.waxwing.app.cli.command.CertDistrust;
import org.waxwing.app.cli.command.CertExport;
import org.waxwing.app.cli.command.CertFind;
import org.waxwing.app.cli.command.CertInstall;
import org.waxwing.app.cli.command.CertLedger;
import org.waxwing.app.cli.command.CertList;
import org.waxwing.app.cli.command.CertRequest;
import org.waxwing.app.cli.command.CertTrust;
import org.waxwing.app.cli.command.ChangeSeal;
import org.waxwing.app.cli.command.Fetch;
import org.waxwing.app.cli.command.ImportKeys;
import org.waxwing.app.cli.command.KeyExport;
import org.waxwing.app.cli.command.KeyGenerate;
import org.waxwing.app.cli.command.KeyPassphrase;
import org.waxwing.app.cli.command.KeyPublish;
import org.waxwing.app.cli.command.KeyRevoke;
import org.waxwing.app.cli.command.KeyShow;
import org.waxwing.app.cli.command.ListKeys;
import org.waxwing.app.cli.command.ListLetters;
import org.waxwing.app.cli.command.Open;
import org.waxwing.app.cli.command.OutboxDiscard;
import org.waxwing.app.cli.command.OutboxList;
import org.waxwing.app.cli.command.OutboxRetry;
import org.waxwing.app.cli.command.OutboxSettle;
import org.waxwing.app.cli.command.Seal;
import org.waxwing.app.cli.command.Send;
import org.waxwing.app.cli.command.Show;
import org.waxwing.app.cli.command.TokenAdd;
import org.waxwing.app.cli.command.TokenList;
import org.waxwing.app.cli.command.TokenRemove;
import org.waxwing.app.cli.demo.Demo;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.sop.ProfileKeyring;
import org.waxwing.app.cli.sop.SopArmor;
import org.waxwing.app.cli.sop.SopCertifyUserId;
import org.waxwing.app.cli.sop.SopChangeKeyPassword;
import org.waxwing.app.cli.sop.SopDearmor;
import org.waxwing.app.cli.sop.SopDecrypt;
import org.waxwing.app.cli.sop.SopEncrypt;
import org.waxwing.app.cli.sop.SopExtractCert;
import org.waxwing.app.cli.sop.SopGenerateKey;
import org.waxwing.app.cli.sop.SopInlineDetach;
import org.waxwing.app.cli.sop.SopInlineSign;
import org.waxwing.app.cli.sop.SopInlineVerify;
import org.waxwing.app.cli.sop.SopListProfiles;
import org.waxwing.app.cli.sop.SopMergeCerts;
import org.waxwing.app.cli.sop.SopRevokeKey;
import org.waxwing.app.cli.sop.SopSign;
import org.waxwing.app.cli.sop.SopUpdateKey;
import org.waxwing.app.cli.sop.SopValidateUserId;
import org.waxwing.app.cli.sop.SopVerify;
import org.waxwing.app.cli.sop.SopVersion;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandTree;
import org.waxwing.app.cli.terminal.CommandTree.Branch.Group;
import org.waxwing.app.cli.terminal.CommandTree.Branch.Single;
import org.waxwing.app.cli.terminal.CommandTree.Branch.SpeakingGroup;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopStreams;

/// Every command of the terminal face, in the order that help lists them. A new command is one line here.
final class Commands {
    static final String VERSION = "waxwing 0.1.0";

    private Commands() {}

    static CommandTree over(Profiles profiles, Supplier<Sop> operations, Supplier<SopStreams> streams) {
        return new CommandTree(
                VERSION,
                List.of(
                        new Single(new ImportKeys(profiles)),
                        new Single(new ListKeys("keys", profiles)),
                        new Single(new Backup(profiles)),
                        new Group(
                                "key",
                                "Make, change, hand out or end one of your seals.",
                                seals(profiles, InstantSource.system())),
                        new Group(
                                "cert",
                                "S/MIME certificates: yours, others', and whom to believe about them.",
                                certificates(profiles)),
                        new Group(
                                "token",
                                "Smart cards and USB tokens with your S/MIME keys.",
                                List.of(new TokenAdd(profiles), new TokenList(profiles), new TokenRemove(profiles))),
                        new Group(
                                "account",
                                "Addresses and the servers that carry their letters.",
                                List.of(
                                        new AccountAdd(profiles),
                                        new AccountList(profiles),
                                        new AccountTest(profiles),
                                        new AccountRemove(profiles))),
                        new Single(new Send(profiles)),
                        new SpeakingGroup(
                                new OutboxList("outbox", profiles),
                                List.of(
                                        new OutboxList("list", profiles),
                                        new OutboxRetry(profiles),
                                        new OutboxSettle(profiles),
                                        new OutboxDiscard(profiles))),
                        new Single(new Seal(profiles)),
                        new Single(new Open(profiles)),
                        new Single(new Fetch(profiles)),
                        new Single(new ListLetters(profiles)),
                        new Single(new Show(profiles)),
                        new Single(new Demo(new SecureRandom(), InstantSource.system())),
                        new Group(
                                "sop",
                                "Stateless OpenPGP, for scripts and comparisons.",
                                sop(profiles, operations, streams))));
    }

    private static List<Command> seals(Profiles profiles, InstantSource clock) {
        List<Command> commands = new ArrayList<>(
                List.of(new KeyGenerate(profiles, clock), new ListKeys("list", profiles), new KeyShow(profiles)));
        commands.addAll(ChangeSeal.all(profiles, clock));
        commands.addAll(List.of(
                new KeyPassphrase(profiles),
                new KeyRevoke(profiles),
                new KeyExport(profiles),
                new KeyPublish(profiles)));
        return commands;
    }

    private static List<Command> certificates(Profiles profiles) {
        return List.of(
                new CertRequest(profiles),
                new CertInstall(profiles),
                new CertList(profiles),
                new CertExport(profiles),
                new CertTrust(profiles),
                new CertDistrust(profiles),
                new CertCheck(profiles),
                new CertFind(profiles),
                new CertLedger(profiles));
    }

    private static List<Command> sop(Profiles profiles, Supplier<Sop> operations, Supplier<SopStreams> streams) {
        ProfileKeyring keyring = new ProfileKeyring(profiles, new SecureRandom());
        return List.of(
                new SopVersion(VERSION),
                new SopListProfiles(),
                new SopGenerateKey(operations),
                new SopChangeKeyPassword(operations),
                new SopRevokeKey(operations),
                new SopExtractCert(operations),
                new SopUpdateKey(operations),
                new SopMergeCerts(operations),
                new SopCertifyUserId(operations),
                new SopValidateUserId(operations),
                new SopSign(operations, streams, keyring),
                new SopVerify(streams, keyring),
                new SopEncrypt(operations, streams, keyring),
                new SopDecrypt(streams, keyring),
                new SopInlineDetach(operations),
                new SopInlineVerify(operations, keyring),
                new SopInlineSign(operations, keyring),
                new SopArmor(operations),
                new SopDearmor(operations));
    }
}
