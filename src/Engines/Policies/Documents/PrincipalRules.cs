using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Documents;

/// <summary>Whom the entries of Principal and NotPrincipal name. Source: IAM User Guide, "AWS JSON policy elements:
/// Principal" and "… NotPrincipal".</summary>
internal static class PrincipalRules
{
    /// <summary>The strongest way in which one of the entries names a requester.</summary>
    public static Naming Best(IReadOnlyList<PrincipalEntry> entries, Requester requester)
    {
        var best = Naming.None;
        for (var i = 0; i < entries.Count && best != Naming.Directly; i++)
        {
            var naming = Of(entries[i], requester);
            if (naming > best) best = naming;
        }

        return best;
    }

    /// <summary>
    /// Whether NotPrincipal leaves a requester out of a denial: the guide says that beside a user its account has to be
    /// listed, and beside a session its role and account.
    /// </summary>
    public static bool Spares(IReadOnlyList<PrincipalEntry> entries, Requester requester)
    {
        if (Has(entries, PrincipalType.Everyone, "*")) return true;
        return requester.Kind switch
        {
            RequesterKind.Anonymous => false,
            RequesterKind.Service or RequesterKind.Federated or RequesterKind.Root =>
                Best(entries, requester) == Naming.Directly,
            RequesterKind.User => HasAccount(entries, requester) && Best(entries, requester) == Naming.Directly,
            _ => HasAccount(entries, requester) && Best(entries, requester) == Naming.Directly
                && HasIssuer(entries, requester),
        };
    }

    private static Naming Of(PrincipalEntry entry, Requester requester) => entry.Type switch
    {
        PrincipalType.Everyone => Naming.Directly,
        PrincipalType.Account => requester.Account == entry.Value
            ? requester.Kind == RequesterKind.Root ? Naming.Directly : Naming.ByAccount
            : Naming.None,
        PrincipalType.Arn => entry.Value == requester.Arn ? Naming.Directly
            : entry.Value == requester.IssuerArn ? Naming.ByIssuer : Naming.None,
        PrincipalType.UniqueId => entry.Value != requester.UniqueId ? Naming.None
            : requester.Kind == RequesterKind.User ? Naming.Directly : Naming.ByIssuer,
        PrincipalType.Service => requester.Kind == RequesterKind.Service && entry.Value == requester.Arn
            ? Naming.Directly
            : Naming.None,
        PrincipalType.Federated => requester.Kind == RequesterKind.Federated && entry.Value == requester.Arn
            ? Naming.Directly
            : Naming.None,
        _ => entry.Value != requester.CanonicalId ? Naming.None
            : requester.Kind == RequesterKind.Root ? Naming.Directly : Naming.ByAccount,
    };

    private static bool HasAccount(IReadOnlyList<PrincipalEntry> entries, Requester requester) =>
        Has(entries, PrincipalType.Account, requester.Account);

    private static bool HasIssuer(IReadOnlyList<PrincipalEntry> entries, Requester requester) =>
        requester.IssuerArn is { } issuer && Has(entries, PrincipalType.Arn, issuer);

    private static bool Has(IReadOnlyList<PrincipalEntry> entries, PrincipalType type, string value)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Type == type && entries[i].Value == value) return true;
        }

        return false;
    }
}
