using Orrery.Kernel.Calls;
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
    public static void Awaken(Call call, string keyId)
    {
        var name = keyId.StartsWith("arn:", StringComparison.Ordinal) ? keyId[(keyId.LastIndexOf(':') + 1)..] : keyId;
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !Services.Contains(name[Prefix.Length..])) return;
        if (name != keyId && keyId != Places.AliasArn(call.Scope, name)) return;
        var aliases = call.Write(Tables.Aliases);
        if (aliases.Contains(new(name))) return;
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
            Policy = KeyPolicies.OfService(call.Scope, service),
        });
        Places.Put(call, place, Rotations.Plan(call, place, place.Key, Rotations.StandardDays));
        aliases.Put(new()
        {
            Name = new(name), Target = place.Key.Id.Value, CreatedAt = call.Now, UpdatedAt = call.Now,
        });
    }
}
