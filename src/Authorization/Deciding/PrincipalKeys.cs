using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Condition keys of principals, where no request of theirs is at hand: where services act for them, and where nobody
/// calls yet. Source: IAM User Guide, "AWS global condition context keys", "Properties of the principal", "Properties
/// of a role session".
/// </summary>
internal static class PrincipalKeys
{
    private const string PrincipalTag = "aws:PrincipalTag/";

    /// <summary>The values of a key; null where it is not about the principal.</summary>
    /// <param name="call">The call.</param>
    /// <param name="who">The principal.</param>
    /// <param name="name">The key.</param>
    public static ContextValues? Find(ReadCall call, KnownPrincipal who, string name)
    {
        var facts = who.Facts;
        if (name.StartsWith(PrincipalTag, StringComparison.OrdinalIgnoreCase))
            return CallContext.One(facts.Tags.GetValueOrDefault(name[PrincipalTag.Length..]));
        return name.ToUpperInvariant() switch
        {
            "AWS:PRINCIPALARN" => NotEmpty(facts.PrincipalArn),
            "AWS:PRINCIPALACCOUNT" or "KMS:CALLERACCOUNT" => NotEmpty(who.Caller.Account),
            "AWS:PRINCIPALTYPE" => new(who.Caller.IsRoot ? "Account" : who.Caller.Kind.ToString()),
            "AWS:PRINCIPALORGID" => CallContext.One(who.Fence?.Facts.Id),
            "AWS:PRINCIPALORGPATHS" => CallContext.One(who.Fence?.Facts.Path),
            "AWS:PRINCIPALISAWSSERVICE" => new("false"),
            "AWS:USERID" => NotEmpty(facts.UserId),
            "AWS:USERNAME" => CallContext.One(facts.UserName),
            "AWS:SOURCEIDENTITY" => CallContext.One(facts.SourceIdentity),
            "AWS:FEDERATEDPROVIDER" => CallContext.One(facts.FederatedProvider),
            "AWS:TOKENISSUETIME" => CallContext.One(
                facts.IssuedAt is { } issued ? CallContext.Instant(issued) : null),
            "AWS:MULTIFACTORAUTHPRESENT" => facts.IssuedAt is null
                ? ContextValues.None
                : new(facts.MfaAt is null ? "false" : "true"),
            "AWS:MULTIFACTORAUTHAGE" => CallContext.One(
                facts.MfaAt is { } shown ? CallContext.Whole((call.Now - shown).TotalSeconds) : null),
            "AWS:ASSUMEDROOT" => CallContext.One(who.Caller.Kind == CallerKind.AssumedRoot ? "true" : null),
            "AWS:CURRENTTIME" => new(CallContext.Instant(call.Now)),
            "AWS:EPOCHTIME" => new(CallContext.Whole(call.Now.ToUnixTimeSeconds())),
            "AWS:REQUESTEDREGION" => new(call.Region),
            _ => null,
        };
    }

    private static ContextValues NotEmpty(string text) => CallContext.One(text.Length == 0 ? null : text);
}
