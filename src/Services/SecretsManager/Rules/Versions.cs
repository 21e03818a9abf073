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

    private const string ServiceKey = "alias/aws/secretsmanager";
    private const string DefaultKey = "DefaultEncryptionKey";
    private const int Most = 100;
    private const int MostStages = 20;

    /// <summary>All versions of a secret.</summary>
    public static IReadOnlyList<VersionRecord> All(ReadCall call, SecretPlace place) =>
        [.. call.Read(Tables.Versions, place.Scope).By(Tables.VersionsBySecret, place.Name)];

    /// <summary>The staging labels of the versions that have some.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Staged(ReadCall call, SecretPlace place) =>
        All(call, place).Where(v => v.Stages.Count > 0).ToDictionary(v => v.VersionId, v => v.Stages);

    /// <summary>The version that a request means.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException, InvalidParameterException.</exception>
    public static VersionRecord Of(ReadCall call, SecretPlace place, string? id, string? stage)
    {
        var wanted = stage ?? (id is null ? Current : null);
        var found = All(call, place).FirstOrDefault(v =>
            (id is null || v.VersionId == id) && (wanted is null || v.Stages.Contains(wanted)) && !v.IsEmpty);
        return found ?? throw Errors.NoValue(id is null ? $"staging label: {wanted}" : $"VersionId: {id}");
    }

    /// <summary>Makes a version; the same one twice is one.</summary>
    /// <exception cref="ServiceException">ResourceExistsException, InvalidParameterException, and what the key
    /// refuses.</exception>
    public static VersionRecord Add(
        Call call, SecretPlace place, string? token, SecretValue value, IReadOnlyList<string>? stages)
    {
        var id = token ?? Uuids.New(call);
        var known = All(call, place).FirstOrDefault(v => v.VersionId == id);
        if (known is { IsEmpty: false } old)
        {
            return old.IsBinary == value.IsBinary && Open(call, place, old).AsSpan().SequenceEqual(value.Bytes)
                ? old
                : throw Errors.Exists(
                    "You can't use ClientRequestToken for a version that already exists with another value.");
        }

        var wanted = stages is { Count: > 0 } ? stages : [Current];
        if (wanted.Count > MostStages) throw Errors.Parameter($"A version has up to {MostStages} staging labels.");
        var version = new VersionRecord
        {
            Name = place.Name,
            VersionId = id,
            Cipher = Seal(call, place, id, value.Bytes),
            IsBinary = value.IsBinary,
            KeyId = place.Secret.KmsKeyId ?? DefaultKey,
            CreatedAt = call.Now,
            Stages = known?.Stages ?? [],
        };
        call.Write(Tables.Versions, place.Scope).Put(version);
        foreach (var stage in wanted)
            Move(call, place, stage, id);
        Prune(call, place);
        return All(call, place).First(v => v.VersionId == id);
    }

    /// <summary>Makes the version that a rotation is to fill: without a value yet, and pending.</summary>
    public static void AddPending(Call call, SecretPlace place, string token)
    {
        if (All(call, place).All(v => v.VersionId != token))
        {
            call.Write(Tables.Versions, place.Scope).Put(new()
            {
                Name = place.Name, VersionId = token, Cipher = [], KeyId = "", CreatedAt = call.Now, Stages = [],
            });
        }

        Move(call, place, Pending, token);
    }

    /// <summary>Takes a version away.</summary>
    public static void Drop(Call call, SecretPlace place, string id)
    {
        var versions = call.Write(Tables.Versions, place.Scope);
        if (All(call, place).FirstOrDefault(v => v.VersionId == id) is { } version) versions.Remove(version.Id);
    }

    /// <summary>Moves a staging label to a version, or takes it away; AWSPREVIOUS follows AWSCURRENT.</summary>
    public static void Move(Call call, SecretPlace place, string stage, string? to)
    {
        var rows = call.Write(Tables.Versions, place.Scope);
        var all = All(call, place);
        var holder = all.FirstOrDefault(v => v.Stages.Contains(stage));
        if (holder?.VersionId == to) return;
        if (holder is not null) rows.Put(holder with { Stages = [.. holder.Stages.Where(s => s != stage)] });
        if (to is not null)
        {
            var target = all.First(v => v.VersionId == to);
            rows.Put(target with { Stages = [.. target.Stages.Append(stage)] });
        }

        if (stage == Current && holder is not null) Move(call, place, Previous, holder.VersionId);
    }

    /// <summary>The value of a version.</summary>
    /// <exception cref="ServiceException">DecryptionFailure, AccessDeniedException.</exception>
    public static byte[] Open(ReadCall call, SecretPlace place, VersionRecord version)
    {
        try
        {
            return Envelope.Open(call, Use(call, place, version.VersionId, version.KeyId), version.Cipher);
        }
        catch (ServiceException refusal) when (refusal.Code != "InvalidRequestException")
        {
            throw Translated("DecryptionFailure", refusal);
        }
    }

    private static byte[] Seal(Call call, SecretPlace place, string versionId, byte[] bytes)
    {
        try
        {
            return Envelope.Seal(call, Use(call, place, versionId, place.Secret.KmsKeyId), bytes);
        }
        catch (ServiceException refusal) when (refusal.Code != "InvalidRequestException")
        {
            throw Translated("EncryptionFailure", refusal);
        }
    }

    // Source: Secrets Manager User Guide, "Secret encryption and decryption", Encryption context.
    private static KeyUse Use(ReadCall call, SecretPlace place, string versionId, string? keyId) => new(
        KeyName(call, place, keyId),
        "secretsmanager",
        new Dictionary<string, string> { ["SecretARN"] = place.Arn, ["SecretVersionId"] = versionId });

    // From another account the key of the service opens nothing, and a key of one's own is named by its ARN.
    private static string KeyName(ReadCall call, SecretPlace place, string? keyId)
    {
        var isOwn = keyId is not (null or DefaultKey or ServiceKey);
        if (place.Scope.Account == call.Account) return isOwn ? keyId! : ServiceKey;
        if (!isOwn)
        {
            throw Errors.Request(
                "You can't access a secret from a different AWS account if you encrypt the secret with the default "
                + "KMS service key.");
        }

        if (keyId!.StartsWith("arn:", StringComparison.Ordinal)) return keyId;
        var name = keyId.StartsWith("alias/", StringComparison.Ordinal) ? keyId : $"key/{keyId}";
        return $"arn:aws:kms:{place.Scope.Region}:{place.Scope.Account}:{name}";
    }

    // Which error AWS gives for which of KMS's is partly guessed.
    private static ServiceException Translated(string code, ServiceException refusal) =>
        refusal.Code == "AccessDeniedException"
            ? new(refusal.Code, "Access to KMS is not allowed")
            : new(code, refusal.Message);

    // Versions without a label go when there are too many.
    private static void Prune(Call call, SecretPlace place)
    {
        var all = All(call, place);
        var rows = call.Write(Tables.Versions, place.Scope);
        foreach (var old in all.Where(v => v.Stages.Count == 0).OrderBy(v => v.CreatedAt)
            .Take(Math.Max(0, all.Count - Most)).ToList())
            rows.Remove(old.Id);
    }
}
