using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>DescribeIamInstanceProfileAssociations.</summary>
public sealed class DescribeIamInstanceProfileAssociations : IReadOperation<DescribeIamInstanceProfileAssociationsRequest, DescribeIamInstanceProfileAssociationsResult>
{
    /// <inheritdoc/>
    public DescribeIamInstanceProfileAssociationsResult Run(DescribeIamInstanceProfileAssociationsRequest request, ReadCall call) => new();
}
