using Orrery.Kernel.Calls;
using Orrery.Services.SecretsManager.Records;

namespace Orrery.Services.SecretsManager.Rules;

/// <summary>Finds secrets by name, ARN, or ARN without its end. Source: Secrets Manager API Reference,
/// GetSecretValue, SecretId.</summary>
internal static class Secrets
{
    /// <summary>The ARN of a secret.</summary>
    public static string Arn(ReadCall call, SecretRecord secret) =>
        $"arn:aws:secretsmanager:{call.Region}:{call.Account}:secret:{secret.Name}-{secret.Suffix}";

    /// <summary>A secret, also one that is to be deleted.</summary>
    /// <exception cref="Core.ServiceException">ResourceNotFoundException.</exception>
    public static SecretRecord Any(ReadCall call, string id) => Find(call, id) ?? throw Errors.NoSecret();

    /// <summary>A secret that is not to be deleted.</summary>
    /// <exception cref="Core.ServiceException">ResourceNotFoundException, InvalidRequestException.</exception>
    public static SecretRecord Live(ReadCall call, string id) => Any(call, id) is { DeletedAt: null } secret
        ? secret
        : throw Errors.Request(
            "You can't perform this operation on the secret because it was marked for deletion.");

    /// <summary>Puts a changed secret.</summary>
    public static SecretRecord Put(Call call, SecretRecord secret)
    {
        var changed = secret with { ChangedAt = call.Now };
        call.Write(Tables.Secrets).Put(changed);
        return changed;
    }

    /// <summary>Removes a secret and its versions.</summary>
    public static void Remove(Call call, SecretRecord secret)
    {
        var versions = call.Write(Tables.Versions);
        foreach (var version in versions.By(Tables.VersionsBySecret, secret.Name.Value).ToList())
            versions.Remove(version.Id);
        call.Write(Tables.Secrets).Remove(secret.Name);
    }

    /// <summary>A secret, or null.</summary>
    public static SecretRecord? Find(ReadCall call, string id)
    {
        var secrets = call.Read(Tables.Secrets);
        if (!id.StartsWith("arn:", StringComparison.Ordinal)) return secrets.Find(new(id));
        var start = $"arn:aws:secretsmanager:{call.Region}:{call.Account}:secret:";
        if (!id.StartsWith(start, StringComparison.Ordinal)) return null;
        var name = id[start.Length..];
        if (secrets.Find(new(name)) is { } partial) return partial;
        var dash = name.LastIndexOf('-');
        return dash > 0 && secrets.Find(new(name[..dash])) is { } whole && whole.Suffix == name[(dash + 1)..]
            ? whole : null;
    }
}
