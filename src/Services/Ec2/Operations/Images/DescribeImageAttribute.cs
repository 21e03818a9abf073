using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>DescribeImageAttribute.</summary>
public sealed class DescribeImageAttribute : IReadOperation<DescribeImageAttributeRequest, DescribeImageAttributeResult>
{
    /// <inheritdoc/>
    public DescribeImageAttributeResult Run(DescribeImageAttributeRequest request, ReadCall call) => new();
}
