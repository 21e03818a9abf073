using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ram.Records;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;
using Status = Orrery.Wire.Generated.Ram.ResourceShareAssociationStatus;

namespace Orrery.Services.Ram.Loops;

/// <summary>
/// Moves shares on: what is associating is associated, what is leaving is gone, and what is gone or deleted vanishes
/// from sight after two hours (AWS RAM User Guide, "Deleting a resource share"). How long the steps take is guessed.
/// </summary>
internal sealed class ShareLoop : ITimerHandler
{
    internal const string TimerKind = "ram.share";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Visible = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets a share on its way.</summary>
    public static void Continue(Call call, Scope owner, RamKey share) =>
        call.Settle(TimerKind, Step, share.Value, owner);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var shares = call.Write(Tables.Shares);
        if (shares.Find(new(subject)) is not { } share)
        {
            return;
        }

        if (share.Status == ResourceShareStatus.Deleted && share.ChangedAt + Visible <= call.Now)
        {
            shares.Remove(share.Id);
            return;
        }

        shares.Put(share with
        {
            Status = share.Status == ResourceShareStatus.Deleting ? ResourceShareStatus.Deleted : share.Status,
            ChangedAt = share.Status == ResourceShareStatus.Deleting ? call.Now : share.ChangedAt,
            Resources = Moved(call, share.Resources),
            Principals = Moved(call, share.Principals),
        });
        if (share.Status != ResourceShareStatus.Active
            || share.Resources.Concat(share.Principals).Any(one => one.Status == Status.Disassociating))
        {
            call.Schedule(TimerKind, call.Now + Visible, subject);
        }
    }

    // An account that was invited waits for its own answer.
    private static ImmutableArray<AssociationRecord> Moved(Call call, ImmutableArray<AssociationRecord> all) =>
    [
        .. from one in all
           where one.Status != Status.Disassociated || one.ChangedAt + Visible > call.Now
           select one switch
           {
               { Status: Status.Associating, Invitation: null } =>
                   one with { Status = Status.Associated, ChangedAt = call.Now },
               { Status: Status.Disassociating } =>
                   one with { Status = Status.Disassociated, ChangedAt = call.Now },
               _ => one,
           },
    ];

    /// <summary>Sets a share on its way out, with all that is in it.</summary>
    public static ShareRecord End(Call call, ShareRecord share)
    {
        foreach (var principal in share.Principals.Where(Shares.Lives))
        {
            Invitations.Withdraw(call, call.Scope, principal);
        }

        var deleting = share with
        {
            Status = ResourceShareStatus.Deleting,
            ChangedAt = call.Now,
            Resources = Shares.Move(share.Resources, Shares.Lives, Status.Disassociating, call.Now),
            Principals = Shares.Move(share.Principals, Shares.Lives, Status.Disassociating, call.Now),
        };
        call.Write(Tables.Shares).Put(deleting);
        Continue(call, call.Scope, share.Id);
        return deleting;
    }
}
