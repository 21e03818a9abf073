using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Capacity;

/// <summary>x</summary>
public sealed class GetInstanceTypesFromInstanceRequirements : IReadOperation<GetInstanceTypesFromInstanceRequirementsRequest, GetInstanceTypesFromInstanceRequirementsResult>
{
    /// <inheritdoc/>
    public GetInstanceTypesFromInstanceRequirementsResult Run(GetInstanceTypesFromInstanceRequirementsRequest request, ReadCall call) => new();
}
