using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Ports;

/// <summary>What IAM and STS know of callers.</summary>
internal sealed class Identities : IIdentities
{
    // What the root user hands on is limited by the session's policies only.
    private static readonly PolicyText OfRoot = new(
        "root", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");

    /// <inheritdoc/>
    public IdentityFacts? Find(ReadCall call, Caller caller)
    {
        if (call.Read(Tables.Sessions, Scope.World).Find(new(caller.AccessKeyId)) is { } session)
            return OfSession(call, session);
        return caller.Kind == CallerKind.User && Holders.UserOf(call, caller.Account, caller.UserId) is { } user
            ? OfHolder(call, caller.Account, user) with { UserName = user.Name }
            : null;
    }

    private static IdentityFacts? OfSession(ReadCall call, SessionRecord session)
    {
        var holder = HolderOf(call, session);
        if (holder is null && session.Issuer is not null) return null;
        var facts = holder is null
            ? new() { PrincipalArn = session.Arn, UserId = session.UserId, Policies = [OfRoot] }
            : OfHolder(call, session.Account, holder);
        Dictionary<string, string> tags = new(facts.Tags, StringComparer.OrdinalIgnoreCase);
        foreach (var tag in session.Tags ?? []) tags[tag.Key] = tag.Value;
        return facts with
        {
            UserId = session.UserId,
            PrincipalArn = session.IsFederated ? session.Arn : facts.PrincipalArn,
            UserName = holder is UserRecord user && !session.IsFederated ? user.Name : null,
            Tags = tags,
            SessionPolicies = SessionPolicies(call, session),
            IssuedAt = session.IssuedAt,
            MfaAt = session.MfaAt,
            SourceIdentity = session.SourceIdentity,
            FederatedProvider = session.Provider,
            Service = session.Service,
        };
    }

    // The user or role whose permissions a session has.
    private static HolderRecord? HolderOf(ReadCall call, SessionRecord session)
    {
        if (session.Issuer is not { } id) return null;
        return Holders.UserOf(call, session.Account, id)
            ?? (HolderRecord?)call.Read(Tables.Roles, Scope.Global(session.Account))
                .By(Tables.RolesById, id).FirstOrDefault();
    }

    private static List<PolicyText>? SessionPolicies(ReadCall call, SessionRecord session)
    {
        if (session.Policy is null && session.PolicyArns is not { Count: > 0 }) return null;
        List<PolicyText> all = [];
        if (session.Policy is { } policy) all.Add(new(session.Arn + "#session", policy));
        all.AddRange((session.PolicyArns ?? []).SelectMany(arn => Managed(call, session.Account, arn)));
        return all;
    }

    /// <summary>A user or role.</summary>
    internal static IdentityFacts OfHolder(ReadCall call, string account, HolderRecord holder)
    {
        var groups = holder is UserRecord user
            ? user.Groups.SelectMany(id => call.Read(Tables.Groups, Scope.Global(account)).By(Tables.GroupsById, id))
            : [];
        return new()
        {
            PrincipalArn = holder.Arn,
            UserId = holder.Id,
            Tags = holder.Tags.ToDictionary(t => t.Key, t => t.Value, StringComparer.OrdinalIgnoreCase),
            Policies = [.. groups.Prepend(holder).SelectMany(h => PoliciesOf(call, account, h))],
            Boundary = holder.Boundary is { } boundary ? Managed(call, account, boundary).FirstOrDefault() : null,
        };
    }

    private static IEnumerable<PolicyText> PoliciesOf(ReadCall call, string account, HolderRecord holder) =>
        holder.Inline.Select(p => new PolicyText($"{holder.Arn}#{p.Key}", p.Value))
            .Concat(holder.Attached.SelectMany(arn => Managed(call, account, arn)));

    private static IEnumerable<PolicyText> Managed(ReadCall call, string account, string arn)
    {
        if (Shelf.In(call, account, arn) is { } policy) yield return new(arn, policy.Default.Document);
    }
}
