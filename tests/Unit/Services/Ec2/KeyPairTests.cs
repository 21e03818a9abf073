using System.Security.Cryptography;
using System.Text;
using Orrery.Services.Ec2.Operations.KeyPairs;
using Orrery.Services.Ec2.Operations.Tags;
using Orrery.Services.Ec2.Rules.KeyPairs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class KeyPairTests
{
    // Made with ssh-keygen; the fingerprints are what openssl and ssh-keygen make of them.
    private const string Rsa =
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC1aiCWChULMygngQUW2lP7Kcj+GKAGrWMEZ8YFVvxa0Tl6dsECwUUq+UEd3jhW"
        + "/fSRmp4qgspQ6DIDVstX+1VPrbqx1C+B+nGr4B8mkDKkMg8cW3ZuyXiXBJ7wrsCNuWoSRqlzb8fSMTjUhwSx6Q1X2pxnStfi/UQM"
        + "GxUU7f8CtjdeUwgHGaLhKZ1k3ocHd38oHybV63AfRNOTS6GPUEhe7uTMufVHNNVyoNJO0UDyS50jd3GMb0ATnBHfeJ6YoXyg3wc0"
        + "0emGh9pe65Z1KETaMHXTgz+irKZ15tl5RsKhmF/5nFUXcFJpEgYLMejiVGLha9xHtsX5pKmZjK+SEjE3 mine";
    private const string RsaMd5 = "9a:09:cf:6d:0c:ab:fb:63:9e:8f:31:e7:7a:56:ab:ac";
    private const string Ed25519 =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHgdq/WiDqFVpQb7Dx8AOESH+iUaemVEy/aAsUxjY7HM mine";
    private const string Ed25519Sha256 = "JySSwnFt/qNz+dNGhY80B3Y/t6ek82xjWbK3HHWDW5g=";

    [Theory]
    [InlineData(Rsa, RsaMd5, KeyType.Rsa)]
    [InlineData(Ed25519, Ed25519Sha256, KeyType.Ed25519)]
    public void An_imported_key_has_the_fingerprint_that_other_tools_give_it(string line, string print, KeyType type)
    {
        var cloud = Cloud.New();
        var request = new ImportKeyPairRequest { KeyName = "mine", PublicKeyMaterial = Encoding.UTF8.GetBytes(line) };
        var imported = cloud.Run(new ImportKeyPair(), request);
        Assert.Equal(print, imported.KeyFingerprint);
        var told = Assert.Single(cloud.Run(
            new DescribeKeyPairs(), new() { KeyNames = ["mine"], IncludePublicKey = true }).KeyPairs!);
        Assert.Equal((imported.KeyPairId, type), (told.KeyPairId, told.KeyType));
        Assert.Equal($"{line.Split(' ')[0]} {line.Split(' ')[1]} mine", told.PublicKey);
        Assert.Equal("InvalidKeyPair.Duplicate", cloud.Refused(new ImportKeyPair(), request));

        cloud.Run(new DeleteKeyPair(), new() { KeyName = "mine" });
        Assert.Equal("InvalidKeyPair.NotFound", cloud.Refused(
            new DescribeKeyPairs(), new() { KeyNames = ["mine"] }));
        cloud.Run(new DeleteKeyPair(), new() { KeyName = "mine" });
        cloud.Run(new ImportKeyPair(), request);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ssh-rsa")]
    [InlineData("ssh-rsa AAAA mine")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== short")]
    [InlineData("ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY= other")]
    public void What_is_no_key_of_a_kind_that_is_taken_is_refused(string line) =>
        Assert.Equal("InvalidKey.Format", Cloud.New().Refused(
            new ImportKeyPair(), new() { KeyName = "mine", PublicKeyMaterial = Encoding.UTF8.GetBytes(line) }));

    [Fact]
    public void A_made_rsa_key_works_and_is_the_same_in_every_run()
    {
        var made = Made(KeyType.Rsa);
        using var key = RSA.Create();
        key.ImportFromPem(made.KeyMaterial);
        Assert.Equal(2048, key.KeySize);
        var signature = key.SignData("text"u8, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.True(key.VerifyData("text"u8, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var print = Convert.ToHexStringLower(SHA1.HashData(key.ExportPkcs8PrivateKey()));
        Assert.Equal(print, made.KeyFingerprint!.Replace(":", "", StringComparison.Ordinal));
        Assert.Equal(made.KeyMaterial, Made(KeyType.Rsa).KeyMaterial);
    }

    [Fact]
    public void An_ed25519_key_is_that_of_the_standard()
    {
        // RFC 8032, section 7.1, test 1.
        var seed = Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        Assert.Equal(
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            Convert.ToHexStringLower(new Ed25519PrivateKey(seed).Point()));
        var made = Made(KeyType.Ed25519);
        Assert.StartsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n", made.KeyMaterial, StringComparison.Ordinal);
        Assert.Equal(44, made.KeyFingerprint!.Length);
        Assert.Equal(made.KeyMaterial, Made(KeyType.Ed25519).KeyMaterial);
    }

    [Fact]
    public void Names_are_unique_and_tags_go_with_the_pair()
    {
        var cloud = Cloud.New();
        var request = new CreateKeyPairRequest
        {
            KeyName = "mine",
            KeyType = KeyType.Ed25519,
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.KeyPair, Tags = [new() { Key = "a", Value = "b" }] },
            ],
        };
        var made = cloud.Run(new CreateKeyPair(), request);
        Assert.Equal("InvalidKeyPair.Duplicate", cloud.Refused(new CreateKeyPair(), request));
        Assert.Equal("UnsupportedOperation", cloud.Refused(
            new CreateKeyPair(), request with { KeyFormat = KeyFormat.Ppk }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new CreateKeyPair(), request with { KeyName = "cl\u00e9" }));
        Assert.Single(cloud.Run(
            new DescribeKeyPairs(), new() { Filters = [new() { Name = "tag:a", Values = ["b"] }] }).KeyPairs!);
        cloud.Run(new DeleteKeyPair(), new() { KeyPairId = made.KeyPairId });
        Assert.Empty(cloud.Run(new DescribeTags(), new()).Tags!);
    }

    private static CreateKeyPairResult Made(KeyType type) =>
        Cloud.New().Run(new CreateKeyPair(), new() { KeyName = "mine", KeyType = type });
}
