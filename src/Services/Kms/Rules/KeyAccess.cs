using Orrery.Contracts.Keys;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>
/// The one place that asks whether a caller may use a key. A house with a judge asks it; without one, an account may
/// use its own keys, and others what is granted to them. AWS managed keys serve only through their service. Source: KMS
/// Developer Guide, "Key policies", "Grants", "AWS managed keys".
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
        if (call.FindPort<IKeyJudge>() is { } judge)
        {
            if (judge.Refusal(call, Question(place, operation, ask, isGranted)) is { } refusal) throw refusal;
        }
        else if (!isGranted && (call.Account != place.Scope.Account || IsClosed(place, operation, ask)))
        {
            throw Errors.Denied(
                $"User: {call.Caller.Arn} is not authorized to perform: kms:{operation} on resource: {place.Arn}");
        }
    }

    private static bool IsClosed(KeyPlace place, string operation, KeyAsk ask) =>
        place.Key.Manager == KeyManagerType.Aws && ask.Via != place.Key.Service
        && GrantOperationWire.Parse(operation) is not (null or GrantOperation.DescribeKey);

    private static KeyQuestion Question(KeyPlace place, string operation, KeyAsk ask, bool isGranted) => new()
    {
        Scope = place.Scope,
        Arn = place.Arn,
        Policy = place.Key.Policy,
        Action = $"kms:{operation}",
        Via = ask.Via is null ? null : $"{ask.Via}.{place.Scope.Region}.amazonaws.com",
        Context = ask.Context,
        IsGranted = isGranted,
    };
}
