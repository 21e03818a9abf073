using System.Text;
using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Services.Kms;
using Orrery.Services.Kms.Operations.Cryptography;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

/// <summary>KMS, and short ways to use it.</summary>
internal sealed class Keyring
{
    public const string Stranger = "210987654321";

    public static readonly Ports Ports = Ports.None.With<IQuotas>(new Quotas(new Dictionary<string, int>()));

    public Keyring() => Rig = Rig.Of([KmsService.Registration], Ports);

    private Keyring(Rig rig) => Rig = rig;

    public Rig Rig { get; }

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static Dictionary<string, string> Context(string value) => new() { ["for"] = value };

    public Keyring In(string region, string? account = null) => new(Rig.In(region, account));

    public KeyMetadata Key(
        KeySpec spec = KeySpec.SymmetricDefault, KeyUsageType? usage = null, bool multi = false,
        OriginType origin = OriginType.AwsKms) =>
        Rig.Run(new CreateKey(), new()
        {
            KeySpec = spec, KeyUsage = usage, MultiRegion = multi, Origin = origin,
        }).KeyMetadata!;

    public KeyMetadata Show(string id) => Rig.Run(new DescribeKey(), new() { KeyId = id }).KeyMetadata!;

    public ReadOnlyMemory<byte> Encrypt(string key, string text, string? context = null) =>
        Rig.Run(new Encrypt(), new()
        {
            KeyId = key, Plaintext = Bytes(text), EncryptionContext = context is null ? null : Context(context),
        }).CiphertextBlob!.Value;

    public string Decrypt(ReadOnlyMemory<byte> blob, string? key = null, string? context = null) =>
        Encoding.UTF8.GetString(Rig.Run(new Decrypt(), new()
        {
            KeyId = key, CiphertextBlob = blob, EncryptionContext = context is null ? null : Context(context),
        }).Plaintext!.Value.Span);
}
