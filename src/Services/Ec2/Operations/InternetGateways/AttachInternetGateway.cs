using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.InternetGateways;

/// <summary>Attaches an internet gateway to a VPC: at most one to each.</summary>
public sealed class AttachInternetGateway : IWriteOperation<AttachInternetGatewayRequest, AttachInternetGatewayResult>
{
    /// <inheritdoc/>
    public AttachInternetGatewayResult Run(AttachInternetGatewayRequest request, Call call)
    {
        var gateway = Ec2Kinds.InternetGateway.Get(call, request.InternetGatewayId!);
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        if (gateway.VpcId is { } other)
        {
            throw new ServiceException(
                "Resource.AlreadyAssociated", $"resource {gateway.Id} is already attached to network {other}");
        }

        if (call.Read(Tables.InternetGateways).HasAny(Tables.InternetGatewaysByVpc, vpc.Id.Value))
        {
            throw Errors.InvalidParameterValue($"Network {vpc.Id} already has an internet gateway attached");
        }

        call.Write(Tables.InternetGateways).Put(gateway with { VpcId = vpc.Id });
        return new();
    }
}
