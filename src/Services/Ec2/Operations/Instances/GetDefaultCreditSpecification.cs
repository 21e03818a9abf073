using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>GetDefaultCreditSpecification.</summary>
public sealed class GetDefaultCreditSpecification : IReadOperation<GetDefaultCreditSpecificationRequest, GetDefaultCreditSpecificationResult>
{
    /// <inheritdoc/>
    public GetDefaultCreditSpecificationResult Run(GetDefaultCreditSpecificationRequest request, ReadCall call) => new();
}
