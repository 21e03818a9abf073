using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel;
using Orrery.Kernel.Storage;
using Orrery.Services.Ec2.Operations.CustomerGateways;
using Orrery.Services.Ec2.Operations.VpnConnections;
using Orrery.Services.Ec2.Operations.VpnGateways;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.Certificates;
using Orrery.Services.Iam.Operations.Mfa;
using Orrery.Services.Iam.Operations.Outbound;
using Orrery.Services.Iam.Operations.Passwords;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Operations.UserCredentials;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Services.Kms.Operations.Cryptography;
using Orrery.Services.Kms.Operations.Import;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.SecretsManager.Operations.Lifecycle;
using Orrery.Services.SecretsManager.Operations.Values;
using Orrery.Services.Ssm.Operations.Store;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Tests.Unit.Host;

/// <summary>
/// Secrets and key material stand in no export but sealed, in no comparison and in no error. The world of these tests
/// has one of every kind.
/// </summary>
public sealed class SecretTests
{
    private const string Hush = "Tell_Nobody.7f3a";
    private const string Password = "Tell-Nobody-7f3a!";
    private const string Passphrase = "correct horse battery";

    private static readonly byte[] Material = SHA256.HashData("imported"u8);

    private readonly Rig _rig = GuardRig.New().Rig;
    private readonly List<string> _secrets = [Hush, Password];
    private string _key = "";
    private string _imported = "";
    private string _accessKey = "";
    private string _vpn = "";

    public SecretTests()
    {
        Keys();
        Credentials();
        _rig.Run(new CreateSecret(), new() { Name = "s", SecretString = Hush });
        _rig.Run(new CreateSecret(), new()
        {
            Name = "b", SecretBinary = Encoding.UTF8.GetBytes(Hush), KmsKeyId = _key,
        });
        Parameter("/standard", ParameterTier.Standard);
        Parameter("/advanced", ParameterTier.Advanced);
        Vpn();
    }

    [Fact]
    public async Task An_export_has_no_secret_with_or_without_its_history()
    {
        foreach (var history in (bool[])[true, false])
        {
            var text = await ExportAsync("test", history);
            HasNoSecret(text);
            Assert.Contains("\"seed\":0,", text, StringComparison.Ordinal);
        }

        // Unsealed, they would be there: so the search finds what it looks for.
        var plain = await ExportAsync("test", true, null);
        Assert.True(_secrets.Count(secret => Forms(secret).Any(f => plain.Contains(f, StringComparison.Ordinal))) > 8);
    }

    [Fact]
    public async Task An_imported_world_opens_its_ciphertexts_and_is_the_exported_one()
    {
        var blob = _rig.Run(new Encrypt(), new() { KeyId = _key, Plaintext = "x"u8.ToArray() }).CiphertextBlob!.Value;
        var text = await ExportAsync("test");
        Assert.Equal(text, await ExportAsync("test"));
        var again = Rig.Over(await ImportAsync("again", text, Passphrase));
        Assert.Equal(text, await ExportAsync("again"));
        Assert.Equal(await ExportAsync("test", true, null), await ExportAsync("again", true, null));
        var plaintext = again.Run(new Decrypt(), new() { CiphertextBlob = blob }).Plaintext!.Value;
        Assert.Equal("x", Encoding.UTF8.GetString(plaintext.Span));
        Assert.Equal(Hush, again.Run(new GetSecretValue(), new() { SecretId = "s" }).SecretString);
        foreach (var name in (string[])["/standard", "/advanced"])
        {
            Assert.Equal(
                Hush, again.Run(new GetParameter(), new() { Name = name, WithDecryption = true }).Parameter!.Value);
        }

        Assert.Contains(
            again.Ask(call => call.Port<IPrincipals>().Find(call, _accessKey))!.SecretAccessKey, _secrets);
    }

    [Fact]
    public async Task Without_the_passphrase_or_with_another_nothing_is_imported()
    {
        var text = await ExportAsync("test");
        await Assert.ThrowsAsync<SealedExportException>(() => ImportAsync("again", text, null));
        await Assert.ThrowsAsync<SealedExportException>(() => ImportAsync("again", text, "another passphrase"));
        Assert.Equal(["test"], _rig.Worlds!.List());
    }

    [Fact]
    public async Task A_sealed_secret_that_was_changed_or_moved_does_not_open()
    {
        var lines = (await ExportAsync("test")).Split('\n');
        var sealing = Array.FindIndex(lines, line =>
            line.Contains("\"table\":\"iam.mfa-devices\"", StringComparison.Ordinal)
            && line.Contains("\"seed\":\"", StringComparison.Ordinal));
        var line = lines[sealing];
        var at = line.IndexOf("\"seed\":\"", StringComparison.Ordinal) + "\"seed\":\"".Length;
        var end = line.IndexOf('"', at);
        Assert.True(end - at > 40);
        var changed = line[..(at + 30)] + (line[at + 30] == 'A' ? 'B' : 'A') + line[(at + 31)..];
        lines[sealing] = changed;
        await IsDamagedAsync(lines);
        lines[sealing] = line.Replace("phone", "other", StringComparison.Ordinal);
        Assert.NotEqual(line, lines[sealing]);
        await IsDamagedAsync(lines);
        Assert.Equal(["test"], _rig.Worlds!.List());
    }

    [Fact]
    public async Task A_comparison_says_that_secrets_differ_and_not_what_they_are()
    {
        var fork = Rig.Over(await _rig.Worlds!.ForkAsync("test", "fork"));
        fork.Run(new UpdateLoginProfile(), new() { UserName = "ann", Password = Password + "x" });
        fork.Run(new DeleteImportedKeyMaterial(), new() { KeyId = _imported });
        fork.Run(new DeleteVpnConnection(), new() { VpnConnectionId = _vpn });
        fork.Run(new CreateAccessKey(), new() { UserName = "ann" });
        var differences = (await _rig.Worlds!.DiffAsync("test", "fork")).ToList();
        var text = string.Join('\n', differences.SelectMany(d => new[] { d.Left, d.Right })
            .Where(json => json is not null).Select(json => Encoding.UTF8.GetString(json!)));
        var user = differences.Single(d => d.Space.Table == "iam.users");
        Assert.Contains("(secret)", Encoding.UTF8.GetString(user.Left!), StringComparison.Ordinal);
        Assert.Contains("(another secret)", Encoding.UTF8.GetString(user.Right!), StringComparison.Ordinal);
        Assert.Contains(differences, d => d.Space.Table == "kms.materials");
        Assert.Contains(differences, d => d.Space.Table == "iam.access-keys");
        HasNoSecret(text);
    }

    [Fact]
    public void No_error_repeats_a_secret_that_it_refuses()
    {
        var (_, other) = Certificate();
        Func<object?>[] refused =
        [
            () => _rig.Run(new CreateSecret(), new() { Name = "s", SecretString = Hush }),
            () => _rig.Run(new PutSecretValue(), new() { SecretId = "none", SecretString = Hush }),
            () => _rig.Run(new PutParameter(), new()
            {
                Name = "/standard", Value = Hush, Type = ParameterType.SecureString,
            }),
            () => _rig.Run(new PutParameter(), new()
            {
                Name = "/q", Value = Hush, Type = ParameterType.SecureString, AllowedPattern = "[0-9]",
            }),
            () => _rig.Run(new CreateLoginProfile(), new() { UserName = "ann", Password = Password }),
            () => _rig.Run(new UpdateLoginProfile(), new() { UserName = "ann", Password = Hush.Replace(".", "")[..5] }),
            () => _rig.Run(new UploadServerCertificate(), new()
            {
                ServerCertificateName = "x", CertificateBody = Certificate().Body, PrivateKey = other,
            }),
            () => _rig.Run(new UploadServerCertificate(), new()
            {
                ServerCertificateName = "x", CertificateBody = Certificate().Body, PrivateKey = Hush,
            }),
            () => _rig.Run(new CreateVpnConnection(), VpnRequest("0" + Hush + " ")),
            () => _rig.Run(new Encrypt(), new() { KeyId = "none", Plaintext = Encoding.UTF8.GetBytes(Hush) }),
        ];
        foreach (var act in refused)
        {
            var message = Assert.Throws<ServiceException>(() => act()).ToString();
            Assert.All(
                [.. _secrets, .. Lines(other)],
                secret => Assert.All(
                    Forms(secret), form => Assert.DoesNotContain(form, message, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_wish_for_an_export_does_not_tell_its_passphrase() => Assert.DoesNotContain(
        Passphrase, new ExportWish { Passphrase = Passphrase }.ToString(), StringComparison.Ordinal);

    private void HasNoSecret(string text) => Assert.All(
        _secrets.SelectMany(Forms), secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));

    private Task IsDamagedAsync(string[] lines) => Assert.ThrowsAsync<InvalidDataException>(
        () => ImportAsync("again", string.Join('\n', lines), Passphrase));

    private void Keys()
    {
        _key = _rig.Run(new CreateKey(), new()).KeyMetadata!.KeyId!;
        foreach (var spec in (KeySpec[])[KeySpec.Hmac256, KeySpec.EccNistP256, KeySpec.Rsa2048])
        {
            var usage = spec == KeySpec.Hmac256 ? KeyUsageType.GenerateVerifyMac : KeyUsageType.SignVerify;
            _rig.Run(new CreateKey(), new() { KeySpec = spec, KeyUsage = usage });
        }

        _imported = _rig.Run(new CreateKey(), new() { Origin = OriginType.External }).KeyMetadata!.KeyId!;
        var parameters = _rig.Run(new GetParametersForImport(), new()
        {
            KeyId = _imported,
            WrappingAlgorithm = AlgorithmSpec.RsaesOaepSha256,
            WrappingKeySpec = WrappingKeySpec.Rsa2048,
        });
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(parameters.PublicKey!.Value.Span, out _);
        _rig.Run(new ImportKeyMaterial(), new()
        {
            KeyId = _imported,
            ImportToken = parameters.ImportToken,
            EncryptedKeyMaterial = rsa.Encrypt(Material, RSAEncryptionPadding.OaepSHA256),
            ExpirationModel = ExpirationModelType.KeyMaterialDoesNotExpire,
        });
        _secrets.Add(Convert.ToBase64String(Material));
        var here = new Orrery.Kernel.State.Scope(GuardRig.Account, "eu-west-1");
        _secrets.AddRange(_rig.Ask(call => call.Read(Orrery.Services.Kms.Tables.Materials, here).All()
            .Where(m => m.Bytes is not null).Select(m => Convert.ToBase64String(m.Bytes!)).ToList()));
        _secrets.Add(Base64(_rig.Run(
            new GenerateDataKey(), new() { KeyId = _key, KeySpec = DataKeySpec.Aes256 }).Plaintext!.Value));
    }

    private void Credentials()
    {
        _rig.Run(new CreateUser(), new() { UserName = "ann" });
        var key = _rig.Run(new CreateAccessKey(), new() { UserName = "ann" }).AccessKey!;
        _accessKey = key.AccessKeyId!;
        _secrets.Add(key.SecretAccessKey!);
        _rig.Run(new EnableOutboundWebIdentityFederation(), new());
        var issuer = Assert.Single(_rig.Ask(call => call.Read(
            Orrery.Services.Iam.Tables.TokenIssuers, Orrery.Kernel.State.Scope.World).All().ToList()));
        _secrets.AddRange([issuer.RsaKey, issuer.CurveKey]);
        _rig.Run(new CreateLoginProfile(), new() { UserName = "ann", Password = Password });
        var device = _rig.Run(new CreateVirtualMFADevice(), new() { VirtualMFADeviceName = "phone" }).VirtualMFADevice!;
        _secrets.Add(Encoding.ASCII.GetString(device.Base32StringSeed!.Value.Span));
        var session = _rig.Run(new GetSessionToken(), new()).Credentials!;
        _secrets.Add(session.SecretAccessKey!);
        _secrets.Add(session.SessionToken!);
        _secrets.Add(_rig.Run(new CreateServiceSpecificCredential(), new()
        {
            UserName = "ann", ServiceName = "codecommit.amazonaws.com",
        }).ServiceSpecificCredential!.ServicePassword!);
        var (body, privateKey) = Certificate();
        _rig.Run(new UploadServerCertificate(), new()
        {
            ServerCertificateName = "site", CertificateBody = body, PrivateKey = privateKey,
        });
        _secrets.AddRange(Lines(privateKey));
    }

    private void Parameter(string name, ParameterTier tier) => _rig.Run(new PutParameter(), new()
    {
        Name = name, Value = Hush, Type = ParameterType.SecureString, Tier = tier,
    });

    private void Vpn() => _vpn = _rig.Run(new CreateVpnConnection(), VpnRequest(Hush)).VpnConnection!.VpnConnectionId!;

    private CreateVpnConnectionRequest VpnRequest(string key) => new()
    {
        Type = "ipsec.1",
        CustomerGatewayId = _rig.Run(new CreateCustomerGateway(), new()
        {
            Type = GatewayType.Ipsec1, IpAddress = "198.51.100.7", BgpAsn = 65001,
        }).CustomerGateway!.CustomerGatewayId,
        VpnGatewayId = _rig.Run(new CreateVpnGateway(), new() { Type = GatewayType.Ipsec1 }).VpnGateway!.VpnGatewayId,
        Options = new() { TunnelOptions = [new() { PreSharedKey = key }] },
    };

    private async Task<string> ExportAsync(string name, bool history = true, string? passphrase = Passphrase)
    {
        using var stream = new MemoryStream();
        await _rig.Worlds!.ExportAsync(
            name, stream, new() { History = history, Passphrase = passphrase }, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private Task<World> ImportAsync(string name, string text, string? passphrase) => _rig.Worlds!.ImportAsync(
        name, new MemoryStream(Encoding.UTF8.GetBytes(text)), passphrase, TestContext.Current.CancellationToken);

    // As it is, in base64 and as JSON escapes it.
    private static IEnumerable<string> Forms(string secret) =>
    [
        secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
        System.Text.Json.JsonEncodedText.Encode(secret).Value,
    ];

    private static string Base64(ReadOnlyMemory<byte> bytes) => Convert.ToBase64String(bytes.Span);

    private static IEnumerable<string> Lines(string pem) => pem.Split('\n').Where(l => l.Length > 40);

    private static (string Body, string Key) Certificate()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=example.org", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return (certificate.ExportCertificatePem(), rsa.ExportPkcs8PrivateKeyPem());
    }
}
