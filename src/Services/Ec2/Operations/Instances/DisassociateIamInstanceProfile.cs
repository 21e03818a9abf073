using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>DisassociateIamInstanceProfile.</summary>
public sealed class DisassociateIamInstanceProfile : IWriteOperation<DisassociateIamInstanceProfileRequest, DisassociateIamInstanceProfileResult>
{
    /// <inheritdoc/>
    public DisassociateIamInstanceProfileResult Run(DisassociateIamInstanceProfileRequest request, Call call) => new();
}
