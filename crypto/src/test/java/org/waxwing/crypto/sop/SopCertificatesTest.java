package org.waxwing.crypto.sop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.UserIdQuestion;
import org.waxwing.crypto.sop.SopInputs.Writing;

class SopCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String BEN = "Ben <ben@example.org>";
    private final Sop sop = Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW);
    private final Octets annaKey = done(sop.generateKey(KeyRequest.ordinary(List.of("Anna <anna@example.org>")), true));
    private final Octets anna = done(sop.extractCert(annaKey, true));
    private final Octets benKey = done(sop.generateKey(KeyRequest.ordinary(List.of(BEN)), true));
    private final Octets ben = done(sop.extractCert(benKey, true));

    private static <T> T done(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> value;
            case SopResult.Failed<T>(SopFailure failure) -> throw new AssertionError(failure);
        };
    }

    private static void failed(SopFailure expected, SopResult<?> result) {
        assertEquals(expected, assertInstanceOf(SopResult.Failed.class, result).failure());
    }

    private static Keys open(Octets key) {
        return new Keys(List.of(key), List.of());
    }

    private static UserIdQuestion isIt(String userId) {
        return new UserIdQuestion(userId, false, Optional.empty());
    }

    @Test
    void nobodyStandsBehindAUserIdUntilTheyCertifyIt() {
        assertEquals(
                1,
                done(sop.validateUserId(anna, isIt("Anna <anna@example.org>"), List.of(anna)))
                        .size());
        failed(SopFailure.CERT_USERID_NO_MATCH, sop.validateUserId(ben, isIt(BEN), List.of(anna)));
        Octets certified = done(sop.certifyUserId(ben, open(annaKey), List.of(BEN), true, true));
        assertEquals(
                1, done(sop.validateUserId(certified, isIt(BEN), List.of(anna))).size());
        UserIdQuestion byAddress = new UserIdQuestion("ben@example.org", true, Optional.empty());
        assertEquals(
                1, done(sop.validateUserId(certified, byAddress, List.of(anna))).size());
        failed(SopFailure.CERT_USERID_NO_MATCH, sop.validateUserId(certified, isIt("ben@example.org"), List.of(anna)));
        UserIdQuestion before = new UserIdQuestion(BEN, false, Optional.of(NOW.minusSeconds(3600)));
        failed(SopFailure.CERT_USERID_NO_MATCH, sop.validateUserId(certified, before, List.of(anna)));
    }

    @Test
    void aNameThatTheOwnerDoesNotClaimNeedsTheOption() {
        failed(SopFailure.CERT_USERID_NO_MATCH, sop.certifyUserId(ben, open(annaKey), List.of("Benny"), true, true));
        Octets named = done(sop.certifyUserId(ben, open(annaKey), List.of("Benny"), false, true));
        assertEquals(
                1, done(sop.validateUserId(named, isIt("Benny"), List.of(anna))).size());
        failed(SopFailure.CERT_USERID_NO_MATCH, sop.validateUserId(named, isIt("Benny"), List.of(named)));
    }

    @Test
    void aRevokedKeyCertifiesNothing() {
        Octets revoked = done(sop.revokeKey(open(annaKey), true));
        Octets key = done(sop.updateKey(open(annaKey), true, List.of(revoked), true));
        failed(SopFailure.KEY_CANNOT_CERTIFY, sop.certifyUserId(ben, open(key), List.of(BEN), true, true));
        Octets certified = done(sop.certifyUserId(ben, open(annaKey), List.of(BEN), true, true));
        failed(SopFailure.CERT_USERID_NO_MATCH, sop.validateUserId(certified, isIt(BEN), List.of(revoked)));
    }

    @Test
    void mergesOnlyWhatItWasGiven() {
        Octets revoked = done(sop.revokeKey(open(annaKey), true));
        assertEquals(anna, done(sop.mergeCerts(anna, List.of(anna, ben), true)));
        assertEquals(revoked, done(sop.mergeCerts(anna, List.of(revoked), true)));
        assertEquals(revoked, done(sop.mergeCerts(revoked, List.of(anna), true)));
        failed(SopFailure.BAD_DATA, sop.mergeCerts(anna, List.of(annaKey), true));
    }

    @Test
    void anUpToDateKeyStaysAsItIsAndOneThatOnlySignsLearnsToReceive() {
        assertEquals(annaKey, done(sop.updateKey(open(annaKey), false, List.of(), true)));
        Octets signing = done(sop.generateKey(
                new KeyRequest(List.of(BEN), Optional.empty(), KeyGenerationProfile.DEFAULT, true), true));
        assertEquals(signing, done(sop.updateKey(open(signing), true, List.of(), true)));
        Octets updated = done(sop.updateKey(open(signing), false, List.of(), true));
        Recipients recipients = new Recipients(List.of(), List.of(done(sop.extractCert(updated, true))));
        Octets text = Octets.ofUtf8("a letter");
        Sop.Encrypted sealed = done(sop.encrypt(text, recipients, Keys.none(), Writing.ordinary()));
        assertEquals(
                text,
                done(sop.decrypt(sealed.message(), SopInputs.Openers.of(open(updated)), SopInputs.Verifiers.none()))
                        .text());
    }
}
