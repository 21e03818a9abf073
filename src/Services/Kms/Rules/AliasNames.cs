using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>Names of aliases, and what they may point at. Source: KMS API Reference, CreateAlias.</summary>
internal static class AliasNames
{
    private const string Prefix = "alias/";

    /// <summary>Checks a name that a request makes, changes or deletes.</summary>
    /// <exception cref="ServiceException">ValidationException, InvalidAliasNameException,
    /// NotAuthorizedException.</exception>
    public static string Checked(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || name.Length == Prefix.Length)
            throw Errors.Validation("Invalid identifier");
        if (name.StartsWith(AwsKeys.Prefix, StringComparison.Ordinal))
            throw new ServiceException("NotAuthorizedException", "");
        return name.Contains(':', StringComparison.Ordinal)
            ? throw Errors.AliasName($"{name} contains invalid characters for an alias") : name;
    }

    /// <summary>There is no such alias.</summary>
    public static ServiceException None(ReadCall call, string name) =>
        Errors.NotFound($"Alias {Places.AliasArn(call.Scope, name)} is not found.");

    /// <summary>A key that an alias may point at: one of this account and region.</summary>
    /// <exception cref="ServiceException">NotFoundException, ValidationException,
    /// KMSInvalidStateException.</exception>
    public static KeyPlace Target(ReadCall call, string keyId, string operation)
    {
        if (keyId.StartsWith(Prefix, StringComparison.Ordinal)
            || keyId.Contains(":" + Prefix, StringComparison.Ordinal))
            throw Errors.Validation("Aliases must refer to keys. Not aliases");
        var place = KeyStates.Staying(Places.Managed(call, keyId, operation));
        return place.Scope == call.Scope && place.Key.Manager == KeyManagerType.Customer
            ? place : throw Errors.NoKey(place.Arn);
    }
}
