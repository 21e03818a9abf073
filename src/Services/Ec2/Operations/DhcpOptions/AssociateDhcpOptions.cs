using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.DhcpOptions;

/// <summary>
/// Gives a VPC a set of DHCP options, or none by the word default. Source: EC2 API Reference, AssociateDhcpOptions.
/// </summary>
public sealed class AssociateDhcpOptions : IWriteOperation<AssociateDhcpOptionsRequest, AssociateDhcpOptionsResult>
{
    /// <inheritdoc/>
    public AssociateDhcpOptionsResult Run(AssociateDhcpOptionsRequest request, Call call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        DhcpOptionsId? options = request.DhcpOptionsId == "default"
            ? null
            : Ec2Kinds.DhcpOptions.Get(call, request.DhcpOptionsId!).Id;
        call.Write(Tables.Vpcs).Put(vpc with { DhcpOptionsId = options });
        return new();
    }
}
