using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Code = Orrery.Wire.Generated.Ec2.TransitGatewayAssociationState;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Ends what was begun with associations of transit gateway route tables: associating to associated, disassociating
/// to gone. AWS gives no durations: guessed.
/// </summary>
public sealed class TransitAssociationLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the attachment's id.</summary>
    internal const string TimerKind = "ec2.transit-gateway.association";

    private static readonly TimeSpan Changing = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets an association on its way, in or out.</summary>
    internal static void Begin(Call call, TransitGatewayAttachmentId attachment, Scope? scope = null) =>
        call.Settle(TimerKind, Changing, attachment.Value, scope);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var attachments = call.Write(TransitTables.Attachments);
        var attachment = attachments.Find(new TransitGatewayAttachmentId(subject));
        if (attachment?.Association is not { } association)
        {
            return;
        }

        switch (association.State)
        {
            case Code.Associating:
                attachments.Put(attachment with { Association = association with { State = Code.Associated } });
                break;
            case Code.Disassociating:
                attachments.Put(attachment with { Association = null });
                break;
            default:
                break;
        }
    }
}
