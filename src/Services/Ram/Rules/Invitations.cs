using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ram.Loops;
using Orrery.Services.Ram.Records;
using Orrery.Wire.Generated.Ram;
using Status = Orrery.Wire.Generated.Ram.ResourceShareAssociationStatus;

namespace Orrery.Services.Ram.Rules;

/// <summary>
/// Invitations to shares: sent to an account, which accepts or rejects within 12 hours. Source: AWS RAM User Guide,
/// "Accepting and rejecting invitations" (12 hours). What becomes of the association of an account that did not accept
/// is guessed: it failed.
/// </summary>
internal static class Invitations
{
    /// <summary>Sends one.</summary>
    public static RamKey Send(Call call, ShareRecord share, string account)
    {
        var scope = new Scope(account, call.Region);
        var id = Arns.New(call);
        call.Write(Tables.Invitations, scope).Put(new()
        {
            Id = id,
            Share = share.Id,
            ShareName = share.Name,
            Sender = call.Account,
            Status = ResourceShareInvitationStatus.Pending,
            SentAt = call.Now,
        });
        InvitationLoop.Begin(call, scope, id);
        return id;
    }

    /// <summary>Takes back one that nobody answered; an accepted one ends with the association.</summary>
    public static void Withdraw(Call call, Scope owner, AssociationRecord principal)
    {
        if (principal.Invitation is not { } id)
        {
            return;
        }

        var scope = owner with { Account = principal.Entity };
        InvitationLoop.Forget(call, scope, id);
        call.Write(Tables.Invitations, scope).Remove(id);
    }

    /// <summary>One of the caller's own that is still pending.</summary>
    /// <exception cref="Core.ServiceException">
    /// MalformedArnException, ResourceShareInvitation* (not found, already accepted or rejected, expired).
    /// </exception>
    public static InvitationRecord Pending(ReadCall call, string arn)
    {
        var (sender, id) = Arns.OpenInvitation(arn);
        var invitation = sender.Region == call.Region ? call.Read(Tables.Invitations).Find(id) : null;
        return invitation is null || invitation.Sender != sender.Account
            ? throw Errors.NoInvitation(arn)
            : invitation.Status switch
            {
                ResourceShareInvitationStatus.Pending => invitation,
                ResourceShareInvitationStatus.Accepted => throw Errors.Over(arn, "AlreadyAccepted"),
                ResourceShareInvitationStatus.Rejected => throw Errors.Over(arn, "AlreadyRejected"),
                _ => throw Errors.Over(arn, "Expired"),
            };
    }

    /// <summary>Ends one that is pending, and what it stands for in the share.</summary>
    public static InvitationRecord End(Call call, InvitationRecord pending, ResourceShareInvitationStatus how)
    {
        InvitationLoop.Forget(call, call.Scope, pending.Id);
        var ended = pending with { Status = how };
        call.Write(Tables.Invitations).Put(ended);
        var shares = call.Write(Tables.Shares, new Scope(pending.Sender, call.Region));
        if (shares.Find(pending.Share) is { } share)
        {
            var accepted = how == ResourceShareInvitationStatus.Accepted;
            shares.Put(share with
            {
                Principals =
                [
                    .. share.Principals.Select(p => p.Invitation == pending.Id && p.Status == Status.Associating
                        ? p with
                        {
                            Status = accepted ? Status.Associated : Status.Failed,
                            Message = accepted ? null : $"The invitation was {how.ToWire().ToLowerInvariant()}.",
                            ChangedAt = call.Now,
                        }
                        : p),
                ],
            });
        }

        return ended;
    }
}
