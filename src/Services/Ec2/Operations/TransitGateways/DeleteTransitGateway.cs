using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGateways;

/// <summary>
/// Begins to delete a transit gateway to which nothing is attached; its route tables go with it. Wording: public logs
/// of Terraform.
/// </summary>
public sealed class DeleteTransitGateway : IWriteOperation<DeleteTransitGatewayRequest, DeleteTransitGatewayResult>
{
    /// <inheritdoc/>
    public DeleteTransitGatewayResult Run(DeleteTransitGatewayRequest request, Call call)
    {
        var gateway = TransitStates.AvailableGateway(call, request.TransitGatewayId!);
        var living = call.Read(TransitTables.Attachments).By(TransitTables.LivingByGateway, gateway.Id.Value);
        if (living.FirstOrDefault() is { } first)
        {
            throw Attached(gateway, first);
        }

        return new() { TransitGateway = TransitGatewayView.Of(TransitGatewayLoop.End(call, gateway), call) };
    }

    private static ServiceException Attached(TransitGatewayRecord gateway, TransitGatewayAttachmentRecord attachment)
    {
        var noun = attachment.ResourceType switch
        {
            TransitGatewayAttachmentResourceType.Vpn => "VPN Attachments",
            TransitGatewayAttachmentResourceType.Peering => "Transit Gateway Cross Region Peering Attachments",
            _ => "Transit Gateway Attachments",
        };
        return Errors.IncorrectState($"{gateway.Id} has non-deleted {noun}: {attachment.Id}.");
    }
}
