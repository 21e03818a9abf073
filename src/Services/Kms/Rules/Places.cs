using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Kms.Records;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>Finds keys by what requests call them. Source: KMS Developer Guide, "Key identifiers (KeyId)".</summary>
internal static class Places
{
    /// <summary>The ARN of a key.</summary>
    public static string Arn(Scope scope, string id) => $"arn:aws:kms:{scope.Region}:{scope.Account}:key/{id}";

    /// <summary>The ARN of an alias.</summary>
    public static string AliasArn(Scope scope, string name) => $"arn:aws:kms:{scope.Region}:{scope.Account}:{name}";

    /// <summary>A key by id, ARN, alias or alias ARN.</summary>
    /// <exception cref="Core.ServiceException">NotFoundException, InvalidArnException.</exception>
    public static KeyPlace Of(ReadCall call, string keyId) => Of(call, keyId, call.Scope);

    /// <summary>A key by id, ARN, alias or alias ARN, as named somewhere.</summary>
    /// <exception cref="Core.ServiceException">NotFoundException, InvalidArnException.</exception>
    public static KeyPlace Of(ReadCall call, string keyId, Scope at)
    {
        var (scope, name) = Named(keyId, at);
        if (name.StartsWith("alias/", StringComparison.Ordinal))
        {
            var alias = call.Read(Tables.Aliases, scope).Find(new(name))
                ?? throw Errors.NotFound($"Alias {AliasArn(scope, name)} is not found.");
            name = alias.Target;
        }

        var key = call.Read(Tables.Keys, scope).Find(new(name)) ?? throw Errors.NoKey(Arn(scope, name));
        return new(scope, key);
    }

    /// <summary>A key by id or ARN, to look at.</summary>
    /// <exception cref="Core.ServiceException">NotFoundException, InvalidArnException,
    /// AccessDeniedException.</exception>
    public static KeyPlace Seen(ReadCall call, string keyId, string operation)
    {
        var name = keyId[(keyId.LastIndexOf(':') + 1)..];
        if (name.StartsWith("alias/", StringComparison.Ordinal)) throw Errors.NotFound($"Invalid keyId {keyId}");
        var place = Of(call, keyId);
        KeyAccess.Check(call, place, operation, KeyAsk.None);
        return place;
    }

    /// <summary>A key by id or ARN, to change: none that AWS manages (which error AWS gives is guessed).</summary>
    /// <exception cref="Core.ServiceException">NotFoundException, InvalidArnException,
    /// AccessDeniedException.</exception>
    public static KeyPlace Managed(ReadCall call, string keyId, string operation)
    {
        var place = Seen(call, keyId, operation);
        return place.Key.Manager == KeyManagerType.Customer
            ? place
            : throw Errors.Denied($"{place.Arn} is managed by AWS: kms:{operation} is not allowed on it.");
    }

    /// <summary>Puts a changed key.</summary>
    public static KeyPlace Put(Call call, KeyPlace place, KeyRecord changed)
    {
        call.Write(Tables.Keys, place.Scope).Put(changed);
        return place with { Key = changed };
    }

    /// <summary>The primary key of a multi-Region key; another key itself.</summary>
    public static KeyPlace Primary(ReadCall call, KeyPlace place)
    {
        if (!place.IsReplica) return place;
        var scope = new Scope(place.Scope.Account, place.Key.PrimaryRegion!);
        return call.Read(Tables.Keys, scope).Find(place.Key.Id) is { } primary ? new(scope, primary) : place;
    }

    /// <summary>The replicas of a primary key.</summary>
    public static IEnumerable<KeyPlace> Replicas(ReadCall call, KeyPlace primary)
    {
        foreach (var region in primary.Key.Replicas)
        {
            var scope = new Scope(primary.Scope.Account, region);
            if (call.Read(Tables.Keys, scope).Find(primary.Key.Id) is { } replica) yield return new(scope, replica);
        }
    }

    private static (Scope Scope, string Name) Named(string keyId, Scope at)
    {
        if (!keyId.StartsWith("arn:", StringComparison.Ordinal)) return (at, keyId);
        var parts = keyId.Split(':');
        if (parts.Length != 6 || parts[2] != "kms") throw Errors.Arn(keyId);
        if (parts[3] != at.Region) throw Errors.NotFound($"Invalid arn {parts[3]}");
        var scope = new Scope(parts[4], parts[3]);
        if (parts[5].StartsWith("key/", StringComparison.Ordinal)) return (scope, parts[5]["key/".Length..]);
        return parts[5].StartsWith("alias/", StringComparison.Ordinal) ? (scope, parts[5]) : throw Errors.Arn(keyId);
    }
}
