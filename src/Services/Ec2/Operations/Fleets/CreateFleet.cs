using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>x</summary>
public sealed class CreateFleet : IWriteOperation<CreateFleetRequest, CreateFleetResult>
{
    /// <inheritdoc/>
    public CreateFleetResult Run(CreateFleetRequest request, Call call) => new();
}
