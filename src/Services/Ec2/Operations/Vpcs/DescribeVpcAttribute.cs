using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Vpcs;

/// <summary>Tells one attribute of a VPC.</summary>
public sealed class DescribeVpcAttribute : IReadOperation<DescribeVpcAttributeRequest, DescribeVpcAttributeResult>
{
    /// <inheritdoc/>
    public DescribeVpcAttributeResult Run(DescribeVpcAttributeRequest request, ReadCall call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        var answer = new DescribeVpcAttributeResult { VpcId = vpc.Id.Value };
        return request.Attribute switch
        {
            VpcAttributeName.EnableDnsSupport =>
                answer with { EnableDnsSupport = new() { Value = vpc.EnableDnsSupport } },
            VpcAttributeName.EnableDnsHostnames => answer with
            {
                EnableDnsHostnames = new() { Value = vpc.EnableDnsHostnames },
            },
            VpcAttributeName.EnableNetworkAddressUsageMetrics => answer with
            {
                EnableNetworkAddressUsageMetrics = new() { Value = vpc.EnableNetworkAddressUsageMetrics },
            },
            _ => throw Errors.Missing("Attribute"),
        };
    }
}
