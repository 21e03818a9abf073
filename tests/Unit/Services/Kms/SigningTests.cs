using System.Security.Cryptography;
using Orrery.Services.Kms.Operations.Cryptography;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

public sealed class SigningTests
{
    private readonly Keyring _ring = new();

    // KMS Developer Guide, "Key spec reference": what signs how.
    [Theory]
    [InlineData(KeySpec.Rsa2048, SigningAlgorithmSpec.RsassaPssSha256, 32)]
    [InlineData(KeySpec.Rsa2048, SigningAlgorithmSpec.RsassaPssSha384, 48)]
    [InlineData(KeySpec.Rsa2048, SigningAlgorithmSpec.RsassaPssSha512, 64)]
    [InlineData(KeySpec.Rsa3072, SigningAlgorithmSpec.RsassaPkcs1V15Sha256, 32)]
    [InlineData(KeySpec.Rsa2048, SigningAlgorithmSpec.RsassaPkcs1V15Sha384, 48)]
    [InlineData(KeySpec.Rsa2048, SigningAlgorithmSpec.RsassaPkcs1V15Sha512, 64)]
    [InlineData(KeySpec.EccNistP256, SigningAlgorithmSpec.EcdsaSha256, 32)]
    [InlineData(KeySpec.EccNistP384, SigningAlgorithmSpec.EcdsaSha384, 48)]
    [InlineData(KeySpec.EccNistP521, SigningAlgorithmSpec.EcdsaSha512, 64)]
    [InlineData(KeySpec.EccSecgP256k1, SigningAlgorithmSpec.EcdsaSha256, 32)]
    public void A_signature_verifies_for_its_message_only(KeySpec spec, SigningAlgorithmSpec algorithm, int digest)
    {
        var key = _ring.Key(spec, KeyUsageType.SignVerify).KeyId;
        SignRequest Sign(ReadOnlyMemory<byte> message, MessageType? type = null) => new()
        {
            KeyId = key, Message = message, MessageType = type, SigningAlgorithm = algorithm,
        };
        var signature = _ring.Rig.Run(new Sign(), Sign(Keyring.Bytes("yes"))).Signature;
        VerifyRequest Verify(string message) => new()
        {
            KeyId = key, Message = Keyring.Bytes(message), SigningAlgorithm = algorithm, Signature = signature,
        };
        Assert.True(_ring.Rig.Run(new Verify(), Verify("yes")).SignatureValid);
        Assert.Equal("KMSInvalidSignatureException", _ring.Rig.Refused(new Verify(), Verify("no")));
        Assert.NotNull(_ring.Rig.Run(new Sign(), Sign(new byte[digest], MessageType.Digest)).Signature);
        Assert.Equal(
            "ValidationException", _ring.Rig.Refused(new Sign(), Sign(new byte[digest + 1], MessageType.Digest)));
    }

    [Fact]
    public void The_public_key_verifies_outside()
    {
        var key = _ring.Key(KeySpec.EccNistP256, KeyUsageType.SignVerify).KeyId;
        var shown = _ring.Rig.Run(new GetPublicKey(), new() { KeyId = key });
        var signature = _ring.Rig.Run(new Sign(), new()
        {
            KeyId = key, Message = Keyring.Bytes("m"), SigningAlgorithm = SigningAlgorithmSpec.EcdsaSha256,
        }).Signature!.Value;
        using var outside = ECDsa.Create();
        outside.ImportSubjectPublicKeyInfo(shown.PublicKey!.Value.Span, out _);
        Assert.True(outside.VerifyData(
            "m"u8, signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        Assert.Equal(
            "UnsupportedOperationException",
            _ring.Rig.Refused(new GetPublicKey(), new() { KeyId = _ring.Key().KeyId }));
    }

    [Theory]
    [InlineData(KeySpec.Hmac224, MacAlgorithmSpec.HmacSha224, 28)]
    [InlineData(KeySpec.Hmac256, MacAlgorithmSpec.HmacSha256, 32)]
    [InlineData(KeySpec.Hmac384, MacAlgorithmSpec.HmacSha384, 48)]
    [InlineData(KeySpec.Hmac512, MacAlgorithmSpec.HmacSha512, 64)]
    public void A_code_verifies_for_its_message_only(KeySpec spec, MacAlgorithmSpec algorithm, int length)
    {
        var key = _ring.Key(spec, KeyUsageType.GenerateVerifyMac).KeyId;
        var mac = _ring.Rig.Run(new GenerateMac(), new()
        {
            KeyId = key, Message = Keyring.Bytes("yes"), MacAlgorithm = algorithm,
        }).Mac;
        Assert.Equal(length, mac!.Value.Length);
        VerifyMacRequest Verify(string message) => new()
        {
            KeyId = key, Message = Keyring.Bytes(message), MacAlgorithm = algorithm, Mac = mac,
        };
        Assert.True(_ring.Rig.Run(new VerifyMac(), Verify("yes")).MacValid);
        Assert.Equal("KMSInvalidMacException", _ring.Rig.Refused(new VerifyMac(), Verify("no")));
    }

    [Fact]
    public void A_key_does_only_what_it_is_for()
    {
        var key = _ring.Key().KeyId;
        Assert.Equal("InvalidKeyUsageException", _ring.Rig.Refused(new Sign(), new()
        {
            KeyId = key, Message = Keyring.Bytes("m"), SigningAlgorithm = SigningAlgorithmSpec.EcdsaSha256,
        }));
        var ecc = _ring.Key(KeySpec.EccNistP256, KeyUsageType.SignVerify).KeyId;
        Assert.Equal("InvalidKeyUsageException", _ring.Rig.Refused(new Sign(), new()
        {
            KeyId = ecc, Message = Keyring.Bytes("m"), SigningAlgorithm = SigningAlgorithmSpec.EcdsaSha512,
        }));
        Assert.Equal("InvalidKeyUsageException", _ring.Rig.Refused(
            new Encrypt(), new() { KeyId = ecc, Plaintext = Keyring.Bytes("x") }));
    }
}
