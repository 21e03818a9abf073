using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>
/// A context in which what is said of the requester is true: whoever is outside of an organization does not bear its
/// id.
/// </summary>
/// <param name="inner">What else the request says.</param>
/// <param name="requester">The requester.</param>
/// <param name="zone">The zone of trust.</param>
internal sealed class PrincipalContext(IRequestContext inner, Requester requester, TrustZone zone) : IRequestContext
{
    private static readonly ContextKey Account = ContextKey.Of("aws:PrincipalAccount");
    private static readonly ContextKey KeyCaller = ContextKey.Of("kms:CallerAccount");
    private static readonly ContextKey SourceOwner = ContextKey.Of("aws:SourceOwner");
    private static readonly ContextKey Arn = ContextKey.Of("aws:PrincipalArn");
    private static readonly ContextKey Organization = ContextKey.Of("aws:PrincipalOrgID");
    private static readonly ContextKey Paths = ContextKey.Of("aws:PrincipalOrgPaths");
    private static readonly ContextKey PointAccount = ContextKey.Of("s3:DataAccessPointAccount");
    private static readonly ContextKey PointArn = ContextKey.Of("s3:DataAccessPointArn");
    private static readonly ContextKey IsService = ContextKey.Of("aws:PrincipalIsAWSService");

    /// <inheritdoc/>
    public ContextValues Get(ContextKey key)
    {
        var hasAccount = requester.Account.Length > 0;
        if (key.Equals(Account) || key.Equals(KeyCaller) || key.Equals(SourceOwner))
            return hasAccount ? new(requester.Account) : ContextValues.None;
        if (key.Equals(IsService)) return new("false");
        if (key.Equals(Arn))
        {
            var isSession = requester.Kind == RequesterKind.RoleSession;
            if (!hasAccount) return ContextValues.None;
            return new(isSession ? requester.IssuerArn ?? requester.Arn : requester.Arn);
        }

        if (key.Equals(PointAccount) || key.Equals(PointArn)) return Elsewhere(inner.Get(key));
        if (!key.Equals(Organization) && !key.Equals(Paths)) return inner.Get(key);
        if (!hasAccount || zone.Organization is null) return hasAccount ? inner.Get(key) : ContextValues.None;
        return zone.Accounts.Contains(requester.Account) ? new(zone.Organization) : Foreign(inner.Get(key));
    }

    // Who comes through an access point of the zone is judged there, by its policy too.
    private ContextValues Elsewhere(ContextValues values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (zone.Accounts.Contains(values[i]) || zone.Accounts.Contains(Patterns.Arn.Part(values[i], 4).ToString()))
                return ContextValues.None;
        }

        return values;
    }

    private ContextValues Foreign(ContextValues values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].StartsWith(zone.Organization!, StringComparison.Ordinal)) return ContextValues.None;
        }

        return values;
    }
}
