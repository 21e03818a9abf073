using System.Security.Cryptography;
using System.Text;
using Orrery.Services.Kms.Crypto;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

public sealed class KnownAnswerTests
{
    // FIPS 180-4 example values (csrc.nist.gov, "Examples with Intermediate Values"), SHA-224.
    [Theory]
    [InlineData("", "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f")]
    [InlineData("abc", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7")]
    [InlineData(
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525")]
    public void SHA_224_is_as_published(string message, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Sha224.Of(Encoding.ASCII.GetBytes(message))));

    // RFC 4231, test case 2.
    [Theory]
    [InlineData(MacAlgorithmSpec.HmacSha224, "a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44")]
    [InlineData(
        MacAlgorithmSpec.HmacSha256, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData(
        MacAlgorithmSpec.HmacSha384,
        "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649")]
    [InlineData(
        MacAlgorithmSpec.HmacSha512,
        "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
        + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")]
    public void HMAC_is_as_published(MacAlgorithmSpec algorithm, string mac) => Assert.Equal(
        mac,
        Convert.ToHexStringLower(Macs.Of(algorithm, "Jefe"u8.ToArray(), "what do ya want for nothing?"u8)));

    // RFC 6979, A.2.5: P-256, SHA-256, message "sample".
    [Fact]
    public void ECDSA_is_as_published()
    {
        using var pair = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721"),
        });
        var open = pair.ExportParameters(false).Q;
        Assert.Equal("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6", Convert.ToHexString(open.X!));
        Assert.Equal("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299", Convert.ToHexString(open.Y!));
        var signature = Convert.FromHexString(
            "3046022100EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
            + "022100F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
        Assert.True(Signatures.Verify(
            KeySpec.EccNistP256, pair.ExportPkcs8PrivateKey(), SigningAlgorithmSpec.EcdsaSha256,
            SHA256.HashData("sample"u8), signature));
    }

    // RFC 5649, section 6, the first example, under an RSA key that is made for it.
    [Fact]
    public void Key_wrap_with_padding_is_as_published()
    {
        using var rsa = RSA.Create(2048);
        var key = Convert.FromHexString("5840DF6E29B02AF1AB493B705BF16EA1AE8338F4DCC176A8");
        byte[] wrapped =
        [
            .. rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256),
            .. Convert.FromHexString("138BDEAA9B8FA7FC61F97742E72248EE5AE6AE5360D1AE6A5F54F373FA543B6A"),
        ];
        var opened = Wrapping.Open(rsa.ExportPkcs8PrivateKey(), AlgorithmSpec.RsaAesKeyWrapSha256, wrapped);
        Assert.Equal("C37B7E6492584340BED12207808941155068F738", Convert.ToHexString(opened!));
        wrapped[^1] ^= 1;
        Assert.Null(Wrapping.Open(rsa.ExportPkcs8PrivateKey(), AlgorithmSpec.RsaAesKeyWrapSha256, wrapped));
    }
}
