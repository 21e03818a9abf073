using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>
/// AWS managed keys: each service has one per account and region, made when it is first used, rotated every year.
/// Source: KMS Developer Guide, "AWS managed keys". Which services have one: those that Orrery serves or plans.
/// </summary>
internal static class AwsKeys
{
    /// <summary>How the aliases begin.</summary>
    public const string Prefix = "alias/aws/";

    private static readonly HashSet<string> Services = new(StringComparer.Ordinal)
    {
        "acm", "backup", "cloudtrail", "dynamodb", "ebs", "elasticache", "elasticfilesystem", "es", "kinesis", "lambda",
        "logs", "rds", "redshift", "s3", "secretsmanager", "sns", "sqs", "ssm",
    };

    /// <summary>The aliases of those that there can be.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Services.Order(StringComparer.Ordinal).Select(static service => Prefix + service)];

    /// <summary>Makes the key of an alias, if it is one of these and was not used yet.</summary>
    public static void Awaken(Call call, string keyId) => Awaken(call, keyId, call.Scope);

    /// <summary>Makes the key of an alias somewhere, if it is one of these and was not used yet.</summary>
    public static void Awaken(Call call, string keyId, Scope at)
    {
        if (Asleep(call, keyId, at) is not { } name) return;
        var aliases = call.Write(Tables.Aliases, at);
        var service = name[Prefix.Length..];
        var place = KeyMaking.Make(call, new()
        {
            Id = KeyMaking.NewId(call, false),
            Spec = KeySpec.SymmetricDefault,
            Usage = KeyUsageType.EncryptDecrypt,
            Origin = OriginType.AwsKms,
            Manager = KeyManagerType.Aws,
            Service = service,
            Description = $"Default key that protects my {service} data when no other key is defined",
            CreatedAt = call.Now,
            State = KeyState.Enabled,
            Policy = KeyPolicies.OfService(at, service),
        }, at);
        Places.Put(call, place, Rotations.Plan(call, place, place.Key, Rotations.StandardDays));
        aliases.Put(new()
        {
            Name = new(name), Target = place.Key.Id.Value, CreatedAt = call.Now, UpdatedAt = call.Now,
        });
    }

    /// <summary>The name of the alias, if it is one of these and was not used yet.</summary>
    public static string? Asleep(ReadCall call, string keyId, Scope at)
    {
        var name = keyId.StartsWith("arn:", StringComparison.Ordinal) ? keyId[(keyId.LastIndexOf(':') + 1)..] : keyId;
        if (!name.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        if (!Services.Contains(name[Prefix.Length..])) return null;
        if (name != keyId && keyId != Places.AliasArn(at, name)) return null;
        return call.Read(Tables.Aliases, at).Contains(new(name)) ? null : name;
    }
}
