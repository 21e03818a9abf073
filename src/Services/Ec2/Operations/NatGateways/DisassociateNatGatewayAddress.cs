using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NatGateways;

/// <summary>
/// Begins to take secondary Elastic IP addresses from a public NAT gateway, once connections have drained.
/// </summary>
public sealed class DisassociateNatGatewayAddress
    : IWriteOperation<DisassociateNatGatewayAddressRequest, DisassociateNatGatewayAddressResult>
{
    /// <inheritdoc/>
    public DisassociateNatGatewayAddressResult Run(DisassociateNatGatewayAddressRequest request, Call call)
    {
        var gateway = NatGatewayRules.ForAddresses(call, request.NatGatewayId!, ConnectivityType.Public);
        var leaving = request.AssociationIds!.Distinct(StringComparer.Ordinal).Select(id => Find(gateway, id)).ToList();
        var drained = NatGatewayDrain.Begin(
            call, gateway, leaving, NatGatewayAddressStatus.Disassociating, request.MaxDrainDurationSeconds);
        return new()
        {
            NatGatewayId = gateway.Id.Value, NatGatewayAddresses = [.. drained.Select(NatGatewayView.AddressOf)],
        };
    }

    private static NatGatewayAddressRecord Find(NatGatewayRecord gateway, string id) =>
        gateway.Addresses.FirstOrDefault(a => a.AssociationId == id)
        ?? throw new ServiceException("InvalidAssociationID.NotFound", $"The association ID '{id}' does not exist");
}
