using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Ports;

/// <summary>
/// Keeps account of what identities use. Source: IAM User Guide, "Refine permissions in AWS using last accessed
/// information": attempts count, and it comes with a delay; here it is true to the hour, and calls that fail are none.
/// </summary>
internal sealed class UseLedger : IUseLedger, ICallActivity
{
    private static readonly TimeSpan Grain = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public bool IsDue(ReadCall call, string action)
    {
        if (Keyed(call, action) is not { } key) return false;
        return call.Read(Tables.Uses, Scope.Global(call.Caller.Account)).Find(key) is not { } use
            || call.Now - use.At >= Grain || use.Region != call.Region;
    }

    /// <inheritdoc/>
    public void Note(Call call, string action)
    {
        if (!IsDue(call, action)) return;
        call.Write(Tables.Uses, Scope.Global(call.Caller.Account)).Put(new()
        {
            Identity = IdentityOf(call.Caller), Action = action, Region = call.Region, At = call.Now,
            Key = KeyOf(call.Caller),
        });
    }

    /// <inheritdoc/>
    public CallUse? OfKey(ReadCall call, string accessKeyId)
    {
        if (call.Read(Tables.AccessKeys, Scope.World).Find(new(accessKeyId)) is not { } key) return null;
        var last = call.Read(Tables.Uses, Scope.Global(key.Account)).By(Tables.UsesByKey, accessKeyId)
            .MaxBy(u => u.At);
        return last is null ? null : View(last, "");
    }

    /// <inheritdoc/>
    public CallUse? OfPrincipal(ReadCall call, string arn) => Of(call, arn).MaxBy(u => u.At);

    /// <inheritdoc/>
    public IReadOnlyList<CallUse> Services(ReadCall call, string arn) =>
        [.. Of(call, arn).GroupBy(u => u.Service).Select(g => g.MaxBy(u => u.At)!)];

    /// <inheritdoc/>
    public IReadOnlyList<CallUse> Actions(ReadCall call, string arn) =>
        [.. Of(call, arn).GroupBy(u => (u.Service, u.Action)).Select(g => g.MaxBy(u => u.At)!)];

    private static IEnumerable<CallUse> Of(ReadCall call, string arn)
    {
        var scope = Scope.Global(Arns.AccountOf(arn));
        var name = IamKey.OfName(Arns.NameOf(arn));
        HolderRecord? holder = arn.Contains(":role/", StringComparison.Ordinal)
            ? call.Read(Tables.Roles, scope).Find(name)
            : call.Read(Tables.Users, scope).Find(name);
        return holder is null
            ? []
            : call.Read(Tables.Uses, scope).By(Tables.UsesByIdentity, holder.Id).Select(u => View(u, holder.Arn));
    }

    private static CallUse View(UseRecord use, string arn)
    {
        var colon = use.Action.IndexOf(':', StringComparison.Ordinal);
        return new(use.At, use.Action[..colon], use.Region, use.Action[(colon + 1)..], arn);
    }

    private static IamKey? Keyed(ReadCall call, string action) =>
        call.Caller.Kind is CallerKind.User or CallerKind.AssumedRole
            ? UseRecord.KeyOf(IdentityOf(call.Caller), action, KeyOf(call.Caller))
            : null;

    private static string IdentityOf(Caller caller)
    {
        var colon = caller.UserId.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? caller.UserId : caller.UserId[..colon];
    }

    // Lasting keys begin with AKIA, temporary ones with ASIA (IAM User Guide, "IAM identifiers").
    private static string? KeyOf(Caller caller) =>
        caller.AccessKeyId.StartsWith("AKIA", StringComparison.Ordinal) ? caller.AccessKeyId : null;
}
