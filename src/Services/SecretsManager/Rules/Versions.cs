using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Records;

namespace Orrery.Services.SecretsManager.Rules;

/// <summary>Versions of secrets and their staging labels. Source: Secrets Manager User Guide, "What's in a secret",
/// Version.</summary>
internal static class Versions
{
    /// <summary>The version in use.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>The one before.</summary>
    public const string Previous = "AWSPREVIOUS";

    /// <summary>The one that a rotation makes.</summary>
    public const string Pending = "AWSPENDING";

    private const int Most = 100;
    private const int MostStages = 20;

    /// <summary>All versions of a secret.</summary>
    public static IReadOnlyList<VersionRecord> All(ReadCall call, SecretRecord secret) =>
        [.. call.Read(Tables.Versions).By(Tables.VersionsBySecret, secret.Name.Value)];

    /// <summary>The version that a request means.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException, InvalidParameterException.</exception>
    public static VersionRecord Of(ReadCall call, SecretRecord secret, string? id, string? stage)
    {
        var wanted = stage ?? (id is null ? Current : null);
        var found = All(call, secret).FirstOrDefault(v =>
            (id is null || v.VersionId == id) && (wanted is null || v.Stages.Contains(wanted)));
        return found ?? throw Errors.NoValue(id is null ? $"staging label: {wanted}" : $"VersionId: {id}");
    }

    /// <summary>Makes a version; the same one twice is one.</summary>
    /// <exception cref="ServiceException">ResourceExistsException, InvalidParameterException, and what the key
    /// refuses.</exception>
    public static VersionRecord Add(
        Call call, SecretRecord secret, string? token, SecretValue value, IReadOnlyList<string>? stages)
    {
        var id = token ?? Uuids.New(call);
        if (All(call, secret).FirstOrDefault(v => v.VersionId == id) is { } old)
        {
            return old.IsBinary == value.IsBinary && Open(call, secret, old).AsSpan().SequenceEqual(value.Bytes)
                ? old
                : throw Errors.Exists(
                    "You can't use ClientRequestToken for a version that already exists with another value.");
        }

        var wanted = stages is { Count: > 0 } ? stages : [Current];
        if (wanted.Count > MostStages) throw Errors.Parameter($"A version has up to {MostStages} staging labels.");
        var version = new VersionRecord
        {
            Name = secret.Name.Value,
            VersionId = id,
            Cipher = Seal(call, secret, id, value.Bytes),
            IsBinary = value.IsBinary,
            KeyId = secret.KmsKeyId ?? "DefaultEncryptionKey",
            CreatedAt = call.Now,
            Stages = [],
        };
        call.Write(Tables.Versions).Put(version);
        foreach (var stage in wanted)
            Move(call, secret, stage, id);
        Prune(call, secret);
        return All(call, secret).First(v => v.VersionId == id);
    }

    /// <summary>Moves a staging label to a version, or takes it away; AWSPREVIOUS follows AWSCURRENT.</summary>
    public static void Move(Call call, SecretRecord secret, string stage, string? to)
    {
        var rows = call.Write(Tables.Versions);
        var all = All(call, secret);
        var holder = all.FirstOrDefault(v => v.Stages.Contains(stage));
        if (holder?.VersionId == to) return;
        if (holder is not null) rows.Put(holder with { Stages = [.. holder.Stages.Where(s => s != stage)] });
        if (to is not null)
        {
            var target = all.First(v => v.VersionId == to);
            rows.Put(target with { Stages = [.. target.Stages.Append(stage)] });
        }

        if (stage == Current && holder is not null) Move(call, secret, Previous, holder.VersionId);
    }

    /// <summary>The value of a version.</summary>
    /// <exception cref="ServiceException">DecryptionFailure, AccessDeniedException.</exception>
    public static byte[] Open(ReadCall call, SecretRecord secret, VersionRecord version)
    {
        try
        {
            return Envelope.Open(call, Use(call, secret, version.VersionId, version.KeyId), version.Cipher);
        }
        catch (ServiceException refusal)
        {
            throw Translated("DecryptionFailure", refusal);
        }
    }

    private static byte[] Seal(Call call, SecretRecord secret, string versionId, byte[] bytes)
    {
        try
        {
            return Envelope.Seal(call, Use(call, secret, versionId, secret.KmsKeyId), bytes);
        }
        catch (ServiceException refusal)
        {
            throw Translated("EncryptionFailure", refusal);
        }
    }

    // Source: Secrets Manager User Guide, "Secret encryption and decryption", Encryption context.
    private static KeyUse Use(ReadCall call, SecretRecord secret, string versionId, string? keyId) => new(
        keyId is null or "DefaultEncryptionKey" ? "alias/aws/secretsmanager" : keyId,
        "secretsmanager",
        new Dictionary<string, string>
        {
            ["SecretARN"] = Secrets.Arn(call, secret), ["SecretVersionId"] = versionId,
        });

    // Which error AWS gives for which of KMS's is partly guessed.
    private static ServiceException Translated(string code, ServiceException refusal) =>
        refusal.Code == "AccessDeniedException"
            ? new(refusal.Code, "Access to KMS is not allowed")
            : new(code, refusal.Message);

    // Versions without a label go when there are too many.
    private static void Prune(Call call, SecretRecord secret)
    {
        var all = All(call, secret);
        var rows = call.Write(Tables.Versions);
        foreach (var old in all.Where(v => v.Stages.Count == 0).OrderBy(v => v.CreatedAt)
            .Take(Math.Max(0, all.Count - Most)).ToList())
            rows.Remove(old.Id);
    }
}
