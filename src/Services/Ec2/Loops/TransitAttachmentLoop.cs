using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Code = Orrery.Wire.Generated.Ec2.TransitGatewayAttachmentState;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves attachments of transit gateways on, in the account of the VPC where two accounts have one: requests reach the
/// other side, what is pending or modified becomes available, what is deleted goes, and after a while out of sight. A
/// request for a peering waits without end (Transit Gateway guide, "Accept or reject a peering attachment
/// request"). AWS gives no durations: guessed.
/// </summary>
public sealed class TransitAttachmentLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the attachment's id.</summary>
    internal const string TimerKind = "ec2.transit-gateway.attachment";

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>
    /// Puts an attachment that is pending, modifying or a new request, and sets it on its way; one that waits for the
    /// owner of the gateway stays where it is.
    /// </summary>
    internal static void Begin(Call call, TransitGatewayAttachmentRecord attachment)
    {
        if (TransitAttachments.IsForeign(attachment))
        {
            TransitAttachments.PutVpc(call, attachment);
        }
        else
        {
            call.Write(TransitTables.Attachments).Put(attachment);
        }

        if (attachment.State != Code.PendingAcceptance)
        {
            Continue(call, attachment);
        }
    }

    /// <summary>Sets an attachment on its way that its caller has put.</summary>
    internal static void Continue(Call call, TransitGatewayAttachmentRecord attachment) =>
        call.Settle(TimerKind, Step, attachment.Id.Value, TransitAttachments.HomeOf(call, attachment));

    /// <summary>Sets an attachment on its way out. Static routes to it stay, as blackholes.</summary>
    internal static TransitGatewayAttachmentRecord End(Call call, TransitGatewayAttachmentRecord attachment)
    {
        call.Cancel(TimerKind, attachment.Id.Value, TransitAttachments.HomeOf(call, attachment));
        var deleting = TransitAttachments.Move(call, attachment, Code.Deleting);
        Continue(call, attachment);
        return deleting;
    }

    /// <summary>Lets an attachment that is deleted, rejected or failed be forgotten, on both sides.</summary>
    internal static void Bury(Call call, TransitGatewayAttachmentRecord attachment)
    {
        foreach (var (scope, id) in TransitAttachments.Copies(call, attachment))
        {
            if (call.Read(TransitTables.Attachments, scope).Contains(id))
            {
                call.Schedule(TimerKind, call.Now + Visible, id.Value, scope);
            }
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var id = new TransitGatewayAttachmentId(subject);
        if (call.Read(TransitTables.Attachments).Find(id) is not { } attachment)
        {
            return;
        }

        switch (attachment.State)
        {
            case Code.InitiatingRequest:
                if (!TransitPeerings.Reach(call, attachment))
                {
                    Bury(call, attachment);
                }

                break;
            case Code.Pending:
                BecomeAvailable(call, attachment);
                break;
            case Code.Modifying:
                TransitAttachments.Move(call, attachment, Code.Available);
                break;
            case Code.Deleting:
                Close(call, attachment, Code.Deleted);
                break;
            case Code.Rejecting:
                Close(call, attachment, Code.Rejected);
                break;
            case Code.Deleted or Code.Rejected or Code.Failed:
                TransitAttachments.Forget(call, attachment);
                break;
            default:
                break;
        }
    }

    private static void BecomeAvailable(Call call, TransitGatewayAttachmentRecord attachment)
    {
        TransitAttachments.Move(call, attachment, Code.Available);
        foreach (var (scope, id) in TransitAttachments.Copies(call, attachment))
        {
            var table = call.Write(TransitTables.Attachments, scope);
            if (table.Find(id) is { } copy)
            {
                table.Put(TransitAssociations.WithDefaults(call, copy, scope));
            }
        }
    }

    private static void Close(Call call, TransitGatewayAttachmentRecord attachment, Code end)
    {
        TransitFaces.Remove(call, attachment.Vpc?.Faces ?? []);
        Bury(call, TransitAttachments.Move(call, attachment, end));
    }
}
