using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.SecretsManager.Loops;
using Orrery.Services.SecretsManager.Records;

namespace Orrery.Services.SecretsManager.Rules;

/// <summary>
/// Finds secrets by name, ARN, or ARN without its end; those of other accounts by ARN. Sources: Secrets Manager API
/// Reference, GetSecretValue, SecretId; User Guide, "Access AWS Secrets Manager secrets from a different account".
/// </summary>
internal static class Secrets
{
    /// <summary>A secret, also one that is to be deleted.</summary>
    /// <exception cref="Core.ServiceException">ResourceNotFoundException.</exception>
    public static SecretPlace Any(ReadCall call, string id) => Find(call, id) ?? throw Errors.NoSecret();

    /// <summary>A secret that is not to be deleted.</summary>
    /// <exception cref="Core.ServiceException">ResourceNotFoundException, InvalidRequestException.</exception>
    public static SecretPlace Live(ReadCall call, string id) => Any(call, id) is { Secret.DeletedAt: null } place
        ? place
        : throw Errors.Request(
            "You can't perform this operation on the secret because it was marked for deletion.");

    /// <summary>The end of the ARN of a new secret.</summary>
    public static string NewSuffix(Call call) =>
        call.Random.Text(6, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Puts a changed secret.</summary>
    public static SecretPlace Put(Call call, SecretPlace place, SecretRecord changed)
    {
        var now = changed with { ChangedAt = call.Now };
        call.Write(Tables.Secrets, place.Scope).Put(now);
        return place with { Secret = now };
    }

    /// <summary>Removes a secret, its versions, and what is due of it.</summary>
    public static void Remove(Call call, SecretPlace place)
    {
        var versions = call.Write(Tables.Versions, place.Scope);
        foreach (var version in versions.By(Tables.VersionsBySecret, place.Name).ToList())
            versions.Remove(version.Id);
        call.Write(Tables.Secrets, place.Scope).Remove(place.Secret.Name);
        call.Cancel(RotationLoop.TimerKind, place.Name, place.Scope);
    }

    /// <summary>A secret, or null.</summary>
    public static SecretPlace? Find(ReadCall call, string id)
    {
        if (!id.StartsWith("arn:", StringComparison.Ordinal)) return At(call, call.Scope, id);
        if (id.Split(':', 7) is not [_, _, "secretsmanager", var region, { Length: 12 } account, "secret", var name]
            || region != call.Region) return null;
        var scope = new Scope(account, region);
        if (At(call, scope, name) is { } partial) return partial;
        var dash = name.LastIndexOf('-');
        return dash > 0 && At(call, scope, name[..dash]) is { } whole && whole.Secret.Suffix == name[(dash + 1)..]
            ? whole : null;
    }

    /// <summary>The ARN of a secret; of one that is not there, that which it would have but for its end.</summary>
    public static string ArnOf(ReadCall call, string id) =>
        Find(call, id)?.Arn ?? (id.StartsWith("arn:", StringComparison.Ordinal)
            ? id : $"arn:aws:secretsmanager:{call.Region}:{call.Account}:secret:{id}");

    /// <summary>The secret of a name in a place, or null.</summary>
    public static SecretPlace? At(ReadCall call, Scope scope, string name) =>
        call.Read(Tables.Secrets, scope).Find(new(name)) is { } secret ? new(scope, secret) : null;
}
