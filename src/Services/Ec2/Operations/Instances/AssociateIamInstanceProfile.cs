using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>AssociateIamInstanceProfile.</summary>
public sealed class AssociateIamInstanceProfile : IWriteOperation<AssociateIamInstanceProfileRequest, AssociateIamInstanceProfileResult>
{
    /// <inheritdoc/>
    public AssociateIamInstanceProfileResult Run(AssociateIamInstanceProfileRequest request, Call call) => new();
}
