using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ram.Records;
using Orrery.Wire.Generated.Ram;
using Status = Orrery.Wire.Generated.Ram.ResourceShareAssociationStatus;

namespace Orrery.Services.Ram.Rules;

/// <summary>Finds shares, one's own and those of others that one is in.</summary>
internal static class Shares
{
    /// <summary>How many an account may have in a region: 5,000 (AWS RAM User Guide, "Service quotas").</summary>
    public const int Most = 5_000;

    /// <summary>A share of the caller's own, by its ARN.</summary>
    /// <exception cref="Core.ServiceException">MalformedArnException, UnknownResourceException.</exception>
    public static ShareRecord Get(ReadCall call, string arn)
    {
        var (owner, id) = Arns.OpenShare(arn);
        return (owner == call.Scope ? call.Read(Tables.Shares).Find(id) : null)
            ?? throw Errors.Unknown($"ResourceShare {arn}");
    }

    /// <summary>The same, which may be changed.</summary>
    /// <exception cref="Core.ServiceException">As above; InvalidStateTransitionException: it is deleted.</exception>
    public static ShareRecord ForChange(ReadCall call, string arn)
    {
        var share = Get(call, arn);
        return share.Status == ResourceShareStatus.Active
            ? share
            : throw Errors.State($"The resource share {arn} is {share.Status.ToWire()}.");
    }

    /// <summary>The share that something is to leave: one's own, or one of another account that one leaves.</summary>
    /// <exception cref="Core.ServiceException">
    /// As above; OperationNotPermittedException: an account can take only itself out of another's share.
    /// </exception>
    public static (Scope Owner, ShareRecord Share) ToLeave(
        ReadCall call, string arn, IReadOnlyList<string>? resources, IReadOnlyList<string>? principals)
    {
        var (owner, id) = Arns.OpenShare(arn);
        if (owner == call.Scope)
        {
            return (owner, ForChange(call, arn));
        }

        if (call.Read(Tables.Shares, owner).Find(id) is not { } share || !Has(share, call.Account))
        {
            throw Errors.Unknown($"ResourceShare {arn}");
        }

        return resources is not { Count: > 0 } && principals is [var self] && self == call.Account
            ? (owner, share)
            : throw Errors.NotPermitted("Only the owner can change what else is in the resource share.");
    }

    /// <summary>The shares of others that the caller's account is in, with their owners.</summary>
    public static IEnumerable<(Scope Owner, ShareRecord Share)> OfOthers(ReadCall call) =>
        from invitation in call.Read(Tables.Invitations).By(Tables.Accepted, "yes")
        let owner = new Scope(invitation.Sender, call.Region)
        let share = call.Read(Tables.Shares, owner).Find(invitation.Share)
        where share is not null && Has(share, call.Account)
        group share by (owner, share.Id) into same
        select (same.Key.owner, same.First());

    /// <summary>Shares as a request names their owners.</summary>
    public static IEnumerable<(Scope Owner, ShareRecord Share)> Of(ReadCall call, ResourceOwner owner) =>
        owner == ResourceOwner.Self
            ? call.Read(Tables.Shares).All().Select(share => (call.Scope, share))
            : OfOthers(call);

    /// <summary>Whether an account is in a share that holds.</summary>
    public static bool Has(ShareRecord share, string account) =>
        share.Status == ResourceShareStatus.Active
        && share.Principals.Any(p => p.Entity == account && p.Status == Status.Associated);

    /// <summary>Whether an association is there or on its way.</summary>
    public static bool Lives(AssociationRecord one) => one.Status is Status.Associating or Status.Associated;

    /// <summary>Associations in which those that pass a test have another status.</summary>
    public static ImmutableArray<AssociationRecord> Move(
        ImmutableArray<AssociationRecord> all,
        Func<AssociationRecord, bool> which,
        Status status,
        DateTimeOffset now) =>
        [.. all.Select(one => which(one) ? one with { Status = status, ChangedAt = now } : one)];

    /// <summary>Refuses a name that is none. Source: botocore model gives no bound; empty names are refused.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException.</exception>
    public static string CheckName(string name) =>
        string.IsNullOrWhiteSpace(name)
            ? throw Errors.Invalid("The name of a resource share must not be empty.")
            : name;
}
