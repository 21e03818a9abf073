using Orrery.Contracts.Keys;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>
/// Whether a caller may use a key, beyond what was asked before the call. Where policies decide, they did so for who
/// calls KMS with policies of their own; a judge is asked where a service uses the key for somebody, and for root users
/// of other accounts. Without a judge an account may use its own keys, and others what is granted to them. AWS managed
/// keys serve only through their service. Source: KMS Developer Guide, "Key policies", "Grants", "AWS managed keys".
/// </summary>
internal static class KeyAccess
{
    /// <summary>Refuses who may not.</summary>
    /// <exception cref="Core.ServiceException">AccessDeniedException, InvalidGrantTokenException.</exception>
    public static void Check(ReadCall call, KeyPlace place, string operation, KeyAsk ask)
    {
        var grants = call.Read(Tables.Grants, place.Scope);
        foreach (var token in ask.Tokens ?? [])
        {
            if (!grants.HasAny(Tables.GrantsByToken, token)) throw Errors.GrantToken();
        }

        var isGranted = GrantRules.IsGranted(call, place, operation, ask);
        var judge = call.FindPort<IKeyJudge>();
        if (judge is not null && (ask.Via is not null || ask.By is not null || !HasPolicies(call.Caller))
            && judge.Refusal(call, Question(place, operation, ask, isGranted)) is { } refusal) throw refusal;
        if (!isGranted
            && ((judge is null && ask.By is null && call.Account != place.Scope.Account)
                || IsClosed(place, operation, ask)))
        {
            throw Errors.Denied(
                $"User: {ask.By?.Principal ?? call.Caller.Arn} is not authorized to perform: kms:{operation} on "
                + $"resource: {place.Arn}");
        }
    }

    private static bool HasPolicies(Caller caller) =>
        caller.Kind is CallerKind.User or CallerKind.AssumedRole or CallerKind.FederatedUser;

    private static bool IsClosed(KeyPlace place, string operation, KeyAsk ask) =>
        place.Key.Manager == KeyManagerType.Aws && ask.Via != place.Key.Service
        && GrantOperationWire.Parse(operation) is not (null or GrantOperation.DescribeKey);

    // A service that uses a key for itself does not come through itself.
    private static bool IsItself(KeyAsk ask) => ask.By is { Role: null } by
        && by.Principal.StartsWith(ask.Via + ".", StringComparison.Ordinal);

    private static KeyQuestion Question(KeyPlace place, string operation, KeyAsk ask, bool isGranted) => new()
    {
        Scope = place.Scope,
        Arn = place.Arn,
        Policy = place.Key.Policy,
        Action = $"kms:{operation}",
        Via = ask.Via is null || IsItself(ask) ? null : $"{ask.Via}.{place.Scope.Region}.amazonaws.com",
        By = ask.By,
        Context = ask.Context,
        IsGranted = isGranted,
    };
}
