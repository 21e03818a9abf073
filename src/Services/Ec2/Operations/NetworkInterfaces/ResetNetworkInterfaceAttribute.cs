using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>
/// Sets the source/destination check of a network interface back to true; it is the only attribute to reset.
/// </summary>
public sealed class ResetNetworkInterfaceAttribute
    : IWriteOperation<ResetNetworkInterfaceAttributeRequest, ResetNetworkInterfaceAttributeResult>
{
    /// <inheritdoc/>
    public ResetNetworkInterfaceAttributeResult Run(ResetNetworkInterfaceAttributeRequest request, Call call)
    {
        var face = Ec2Kinds.NetworkInterface.Get(call, request.NetworkInterfaceId!);
        InterfaceRules.RefuseManaged(face);
        if (request.SourceDestCheck is null)
        {
            throw Errors.Missing("SourceDestCheck");
        }

        call.Write(Tables.NetworkInterfaces).Put(face with { SourceDestCheck = true });
        return new();
    }
}
