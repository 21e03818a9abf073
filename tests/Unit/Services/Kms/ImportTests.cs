using System.Security.Cryptography;
using Orrery.Services.Kms.Operations.Import;
using Orrery.Services.Kms.Operations.Rotation;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

public sealed class ImportTests
{
    private static readonly byte[] One = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Two = [.. Enumerable.Repeat((byte)2, 32)];

    private readonly Keyring _ring = new();

    [Theory]
    [InlineData(AlgorithmSpec.RsaesOaepSha1)]
    [InlineData(AlgorithmSpec.RsaesOaepSha256)]
    [InlineData(AlgorithmSpec.RsaAesKeyWrapSha1)]
    [InlineData(AlgorithmSpec.RsaAesKeyWrapSha256)]
    public void Imported_material_encrypts_and_comes_back_after_it_was_deleted(AlgorithmSpec algorithm)
    {
        var id = _ring.Key(origin: OriginType.External).KeyId!;
        Import(id, One, algorithm);
        Assert.Equal(KeyState.Enabled, _ring.Show(id).KeyState);
        var blob = _ring.Encrypt(id, "x");
        _ring.Rig.Run(new DeleteImportedKeyMaterial(), new() { KeyId = id });
        Assert.Equal(KeyState.PendingImport, _ring.Show(id).KeyState);
        Assert.Equal("KMSInvalidStateException", Rig.Refusal(() => _ring.Decrypt(blob)));
        Assert.Equal("IncorrectKeyMaterialException", Rig.Refusal(() => Import(id, Two, algorithm)));
        Import(id, One, algorithm);
        Assert.Equal("x", _ring.Decrypt(blob));
    }

    [Fact]
    public void Material_expires_and_so_does_its_token()
    {
        var id = _ring.Key(origin: OriginType.External).KeyId!;
        var parameters = Parameters(id);
        _ring.Rig.Run(new ImportKeyMaterial(), Wish(id, parameters, One) with
        {
            ExpirationModel = ExpirationModelType.KeyMaterialExpires, ValidTo = Rig.Start.AddDays(2),
        });
        Assert.Equal(Rig.Start.AddDays(2), _ring.Show(id).ValidTo);
        _ring.Rig.Advance(TimeSpan.FromDays(1));
        Assert.Equal(
            "ExpiredImportTokenException", _ring.Rig.Refused(new ImportKeyMaterial(), Wish(id, parameters, One)));
        _ring.Rig.Advance(TimeSpan.FromDays(1));
        Assert.Equal(KeyState.PendingImport, _ring.Show(id).KeyState);
    }

    [Fact]
    public void What_does_not_fit_is_not_imported()
    {
        var (id, other) = (_ring.Key(origin: OriginType.External).KeyId!, _ring.Key(origin: OriginType.External));
        var parameters = Parameters(id);
        Assert.Equal("InvalidImportTokenException", _ring.Rig.Refused(
            new ImportKeyMaterial(), Wish(other.KeyId!, parameters, One)));
        Assert.Equal("InvalidCiphertextException", _ring.Rig.Refused(
            new ImportKeyMaterial(), Wish(id, parameters, One) with { EncryptedKeyMaterial = new byte[256] }));
        Assert.Equal("IncorrectKeyMaterialException", _ring.Rig.Refused(
            new ImportKeyMaterial(), Wish(id, parameters, One[..16])));
        Assert.Equal("ValidationException", _ring.Rig.Refused(
            new ImportKeyMaterial(), Wish(id, parameters, One) with { ExpirationModel = null }));
        Assert.Equal("UnsupportedOperationException", _ring.Rig.Refused(new GetParametersForImport(), new()
        {
            KeyId = _ring.Key().KeyId,
            WrappingAlgorithm = AlgorithmSpec.RsaesOaepSha256,
            WrappingKeySpec = WrappingKeySpec.Rsa2048,
        }));
        Assert.Equal(KeyState.PendingImport, _ring.Show(id).KeyState);
    }

    [Fact]
    public void Imported_keys_rotate_to_material_that_waits()
    {
        var id = _ring.Key(origin: OriginType.External).KeyId!;
        Import(id, One);
        var old = _ring.Encrypt(id, "old");
        Assert.Equal(
            "UnsupportedOperationException", _ring.Rig.Refused(new EnableKeyRotation(), new() { KeyId = id }));
        Assert.Equal("KMSInvalidStateException", _ring.Rig.Refused(new RotateKeyOnDemand(), new() { KeyId = id }));
        var first = _ring.Show(id).CurrentKeyMaterialId;
        Import(id, Two, type: ImportType.NewKeyMaterial);
        Assert.Equal(first, _ring.Show(id).CurrentKeyMaterialId);
        _ring.Rig.Run(new RotateKeyOnDemand(), new() { KeyId = id });
        Assert.NotEqual(first, _ring.Show(id).CurrentKeyMaterialId);
        Assert.Equal(("old", "new"), (_ring.Decrypt(old), _ring.Decrypt(_ring.Encrypt(id, "new"))));
    }

    [Fact]
    public void A_private_key_is_imported_too()
    {
        var id = _ring.Key(KeySpec.EccNistP256, KeyUsageType.SignVerify, origin: OriginType.External).KeyId!;
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Import(id, pair.ExportPkcs8PrivateKey(), AlgorithmSpec.RsaAesKeyWrapSha256);
        Assert.Equal(
            pair.ExportSubjectPublicKeyInfo(),
            _ring.Rig.Run(
                new Orrery.Services.Kms.Operations.Cryptography.GetPublicKey(), new() { KeyId = id })
                .PublicKey!.Value.ToArray());
    }

    private ImportKeyMaterialResult Import(
        string id, byte[] bytes, AlgorithmSpec algorithm = AlgorithmSpec.RsaesOaepSha256, ImportType? type = null) =>
        _ring.Rig.Run(
            new ImportKeyMaterial(), Wish(id, Parameters(id, algorithm), bytes, algorithm) with { ImportType = type });

    private GetParametersForImportResult Parameters(
        string id, AlgorithmSpec algorithm = AlgorithmSpec.RsaesOaepSha256) =>
        _ring.Rig.Run(new GetParametersForImport(), new()
        {
            KeyId = id, WrappingAlgorithm = algorithm, WrappingKeySpec = WrappingKeySpec.Rsa2048,
        });

    private static ImportKeyMaterialRequest Wish(
        string id, GetParametersForImportResult parameters, byte[] bytes,
        AlgorithmSpec algorithm = AlgorithmSpec.RsaesOaepSha256) => new()
    {
        KeyId = id,
        ImportToken = parameters.ImportToken,
        EncryptedKeyMaterial = Wrap(parameters.PublicKey!.Value, bytes, algorithm),
        ExpirationModel = ExpirationModelType.KeyMaterialDoesNotExpire,
    };

    private static byte[] Wrap(ReadOnlyMemory<byte> publicKey, byte[] bytes, AlgorithmSpec algorithm)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(publicKey.Span, out _);
        var padding = algorithm is AlgorithmSpec.RsaesOaepSha1 or AlgorithmSpec.RsaAesKeyWrapSha1
            ? RSAEncryptionPadding.OaepSHA1 : RSAEncryptionPadding.OaepSHA256;
        if (algorithm is AlgorithmSpec.RsaesOaepSha1 or AlgorithmSpec.RsaesOaepSha256)
            return rsa.Encrypt(bytes, padding);
        using var aes = Aes.Create();
        aes.Key = [.. Enumerable.Repeat((byte)7, 32)];
        return [.. rsa.Encrypt(aes.Key, padding), .. aes.EncryptKeyWrapPadded(bytes)];
    }
}
