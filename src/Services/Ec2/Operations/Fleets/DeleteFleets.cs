using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>x</summary>
public sealed class DeleteFleets : IWriteOperation<DeleteFleetsRequest, DeleteFleetsResult>
{
    /// <inheritdoc/>
    public DeleteFleetsResult Run(DeleteFleetsRequest request, Call call) => new();
}
