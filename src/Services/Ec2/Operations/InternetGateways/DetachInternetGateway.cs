using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.InternetGateways;

/// <summary>Detaches an internet gateway from a VPC in which nothing has a public address.</summary>
public sealed class DetachInternetGateway : IWriteOperation<DetachInternetGatewayRequest, DetachInternetGatewayResult>
{
    /// <inheritdoc/>
    public DetachInternetGatewayResult Run(DetachInternetGatewayRequest request, Call call)
    {
        var gateway = Ec2Kinds.InternetGateway.Get(call, request.InternetGatewayId!);
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        if (gateway.VpcId != vpc.Id)
        {
            throw new ServiceException(
                "Gateway.NotAttached", $"resource {gateway.Id} is not attached to network {vpc.Id}");
        }

        if (PublicAddresses.AreMapped(call, vpc.Id))
        {
            throw Errors.DependencyViolation(
                $"Network {vpc.Id} has some mapped public address(es). "
                + "Please unmap those public address(es) before detaching the gateway.");
        }

        // That a gateway keeps its route table from being left behind is guessed from DeleteRouteTable's rule.
        if (RouteTableAssociations.OfGateway(call, gateway.Id.Value) is { } table)
        {
            throw Errors.DependencyViolation(
                $"The internetGateway '{gateway.Id}' is associated with route table {table.Id} and cannot be "
                + "detached.");
        }

        call.Write(Tables.InternetGateways).Put(gateway with { VpcId = null });
        return new();
    }
}
