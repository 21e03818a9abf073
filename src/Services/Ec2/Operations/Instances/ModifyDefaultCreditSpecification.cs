using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>ModifyDefaultCreditSpecification.</summary>
public sealed class ModifyDefaultCreditSpecification : IWriteOperation<ModifyDefaultCreditSpecificationRequest, ModifyDefaultCreditSpecificationResult>
{
    /// <inheritdoc/>
    public ModifyDefaultCreditSpecificationResult Run(ModifyDefaultCreditSpecificationRequest request, Call call) => new();
}
