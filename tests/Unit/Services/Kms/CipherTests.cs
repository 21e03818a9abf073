using CsCheck;
using Orrery.Services.Kms.Operations.Cryptography;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

public sealed class CipherTests
{
    private readonly Keyring _ring = new();

    [Fact]
    public void What_a_key_encrypts_opens_in_its_context_only()
    {
        var key = _ring.Key();
        var blob = _ring.Encrypt(key.KeyId!, "secret", "jobs");
        Assert.Equal("secret", _ring.Decrypt(blob, context: "jobs"));
        Assert.Equal("secret", _ring.Decrypt(blob, key.Arn, "jobs"));
        Assert.Equal("InvalidCiphertextException", Rig.Refusal(() => _ring.Decrypt(blob)));
        Assert.Equal("InvalidCiphertextException", Rig.Refusal(() => _ring.Decrypt(blob, context: "other")));
        Assert.NotEqual(blob.ToArray(), _ring.Encrypt(key.KeyId!, "secret", "jobs").ToArray());
        Assert.Equal(
            "IncorrectKeyException", Rig.Refusal(() => _ring.Decrypt(blob, _ring.Key().KeyId, "jobs")));
        Assert.Equal(
            "AccessDeniedException", Rig.Refusal(() => _ring.In("us-east-1").Decrypt(blob, context: "jobs")));
        Assert.Equal("InvalidCiphertextException", Rig.Refusal(() => _ring.Decrypt(Keyring.Bytes("junk"))));
    }

    [Fact]
    public void No_ciphertext_of_one_key_opens_with_another_or_after_a_change_of_any_byte()
    {
        var keys = Enumerable.Range(0, 4).Select(_ => _ring.Key().KeyId!).ToArray();
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Byte[1, 255], Gen.Int[0, 10_000]).Sample(
            (one, other, flip, where) =>
            {
                var blob = _ring.Encrypt(keys[one], $"text {where}").ToArray();
                Assert.Equal($"text {where}", _ring.Decrypt(blob, keys[one]));
                if (one != other)
                    Assert.Equal("IncorrectKeyException", Rig.Refusal(() => _ring.Decrypt(blob, keys[other])));
                blob[where % blob.Length] ^= flip;
                Assert.Matches(
                    "^(InvalidCiphertext|AccessDenied)Exception$", Rig.Refusal(() => _ring.Decrypt(blob)));

                // Another key's name over it does not make it the other's.
                if (one == other) return;
                var forged = _ring.Encrypt(keys[one], "text").ToArray();
                _ring.Encrypt(keys[other], "text")[..58].CopyTo(forged);
                Assert.Equal("InvalidCiphertextException", Rig.Refusal(() => _ring.Decrypt(forged)));
            },
            iter: 200, threads: 1);
    }

    [Fact]
    public void Contexts_that_read_alike_are_not_alike()
    {
        var key = _ring.Key().KeyId;
        byte[] Seal(Dictionary<string, string> context) => _ring.Rig.Run(new Encrypt(), new()
        {
            KeyId = key, Plaintext = Keyring.Bytes("x"), EncryptionContext = context,
        }).CiphertextBlob!.Value.ToArray();
        var blob = Seal(new() { ["a"] = "b", ["c"] = "d" });
        DecryptRequest Open(Dictionary<string, string> context) => new()
        {
            CiphertextBlob = blob, EncryptionContext = context,
        };
        Assert.NotNull(_ring.Rig.Run(new Decrypt(), Open(new() { ["c"] = "d", ["a"] = "b" })).Plaintext);
        Assert.Equal(
            "InvalidCiphertextException", _ring.Rig.Refused(new Decrypt(), Open(new() { ["a"] = "bc", [""] = "d" })));
        Assert.Equal(
            "InvalidCiphertextException", _ring.Rig.Refused(new Decrypt(), Open(new() { ["ab"] = "cd" })));
    }

    [Fact]
    public void Data_keys_differ_and_open_again()
    {
        var key = _ring.Key().KeyId;
        var one = _ring.Rig.Run(new GenerateDataKey(), new() { KeyId = key, KeySpec = DataKeySpec.Aes256 });
        var two = _ring.Rig.Run(new GenerateDataKey(), new() { KeyId = key, NumberOfBytes = 32 });
        Assert.Equal(32, one.Plaintext!.Value.Length);
        Assert.NotEqual(one.Plaintext.Value.ToArray(), two.Plaintext!.Value.ToArray());
        var opened = _ring.Rig.Run(new Decrypt(), new() { CiphertextBlob = one.CiphertextBlob });
        Assert.Equal(one.Plaintext.Value.ToArray(), opened.Plaintext!.Value.ToArray());
        Assert.Equal(one.KeyMaterialId, opened.KeyMaterialId);
        var blind = _ring.Rig.Run(
            new GenerateDataKeyWithoutPlaintext(), new() { KeyId = key, KeySpec = DataKeySpec.Aes128 });
        Assert.Equal(
            16, _ring.Rig.Run(new Decrypt(), new() { CiphertextBlob = blind.CiphertextBlob }).Plaintext!.Value.Length);
        Assert.Equal("ValidationException", _ring.Rig.Refused(new GenerateDataKey(), new() { KeyId = key }));
        Assert.Equal("UnsupportedOperationException", _ring.Rig.Refused(new GenerateDataKey(), new()
        {
            KeyId = key, KeySpec = DataKeySpec.Aes256, Recipient = new(),
        }));
    }

    [Fact]
    public void Key_pairs_for_outside_come_with_an_encrypted_private_key()
    {
        var key = _ring.Key().KeyId;
        var pair = _ring.Rig.Run(
            new GenerateDataKeyPair(), new() { KeyId = key, KeyPairSpec = DataKeyPairSpec.EccNistP256 });
        var opened = _ring.Rig.Run(new Decrypt(), new() { CiphertextBlob = pair.PrivateKeyCiphertextBlob });
        Assert.Equal(pair.PrivateKeyPlaintext!.Value.ToArray(), opened.Plaintext!.Value.ToArray());
        var blind = _ring.Rig.Run(
            new GenerateDataKeyPairWithoutPlaintext(), new() { KeyId = key, KeyPairSpec = DataKeyPairSpec.Rsa2048 });
        Assert.NotNull(blind.PublicKey);
        Assert.Equal("UnsupportedOperationException", _ring.Rig.Refused(
            new GenerateDataKeyPair(), new() { KeyId = key, KeyPairSpec = DataKeyPairSpec.Sm2 }));
    }

    [Fact]
    public void A_ciphertext_moves_to_another_key_unseen()
    {
        var (one, two) = (_ring.Key(), _ring.Key());
        var moved = _ring.Rig.Run(new ReEncrypt(), new()
        {
            CiphertextBlob = _ring.Encrypt(one.KeyId!, "x", "a"),
            SourceEncryptionContext = Keyring.Context("a"),
            DestinationKeyId = two.KeyId,
            DestinationEncryptionContext = Keyring.Context("b"),
        });
        Assert.Equal((one.Arn, two.Arn), (moved.SourceKeyId, moved.KeyId));
        Assert.Equal("x", _ring.Decrypt(moved.CiphertextBlob!.Value, two.KeyId, "b"));
    }

    [Theory]
    [InlineData(EncryptionAlgorithmSpec.RsaesOaepSha1, 214)]
    [InlineData(EncryptionAlgorithmSpec.RsaesOaepSha256, 190)]
    public void RSA_encrypts_as_much_as_fits(EncryptionAlgorithmSpec algorithm, int most)
    {
        var key = _ring.Key(KeySpec.Rsa2048, KeyUsageType.EncryptDecrypt);
        EncryptRequest Wish(int length) => new()
        {
            KeyId = key.KeyId, Plaintext = new byte[length], EncryptionAlgorithm = algorithm,
        };
        var blob = _ring.Rig.Run(new Encrypt(), Wish(most)).CiphertextBlob;
        Assert.Equal(most, _ring.Rig.Run(new Decrypt(), new()
        {
            KeyId = key.KeyId, CiphertextBlob = blob, EncryptionAlgorithm = algorithm,
        }).Plaintext!.Value.Length);
        Assert.Equal("ValidationException", _ring.Rig.Refused(new Encrypt(), Wish(most + 1)));
        Assert.Equal("InvalidKeyUsageException", _ring.Rig.Refused(
            new Encrypt(), new() { KeyId = key.KeyId, Plaintext = Keyring.Bytes("x") }));
        Assert.Equal("InvalidKeyUsageException", _ring.Rig.Refused(
            new GenerateDataKey(), new() { KeyId = key.KeyId, KeySpec = DataKeySpec.Aes256 }));
        Assert.Equal("InvalidCiphertextException", _ring.Rig.Refused(new Decrypt(), new()
        {
            KeyId = key.KeyId, CiphertextBlob = new byte[256], EncryptionAlgorithm = algorithm,
        }));
    }

    [Fact]
    public void A_trial_tells_whether_it_would_work()
    {
        var key = _ring.Key().KeyId;
        var wish = new EncryptRequest { KeyId = key, Plaintext = Keyring.Bytes("x"), DryRun = true };
        Assert.Equal("DryRunOperationException", _ring.Rig.Refused(new Encrypt(), wish));
        _ring.Rig.Run(new DisableKey(), new() { KeyId = key });
        Assert.Equal("DisabledException", _ring.Rig.Refused(new Encrypt(), wish));
    }

    [Fact]
    public void The_same_world_makes_the_same_keys_and_random_bytes_differ()
    {
        var other = new Keyring();
        var (one, two) = (_ring.Key(KeySpec.EccNistP384, KeyUsageType.SignVerify).KeyId!,
            other.Key(KeySpec.EccNistP384, KeyUsageType.SignVerify).KeyId!);
        Assert.Equal(
            _ring.Rig.Run(new GetPublicKey(), new() { KeyId = one }).PublicKey!.Value.ToArray(),
            other.Rig.Run(new GetPublicKey(), new() { KeyId = two }).PublicKey!.Value.ToArray());
        byte[] Random() =>
            _ring.Rig.Run(new GenerateRandom(), new() { NumberOfBytes = 40 }).Plaintext!.Value.ToArray();
        Assert.NotEqual(Random(), Random());
        Assert.Equal("ValidationException", _ring.Rig.Refused(new GenerateRandom(), new()));
    }
}
