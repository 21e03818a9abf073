using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Capacity;

/// <summary>x</summary>
public sealed class GetSpotPlacementScores : IReadOperation<GetSpotPlacementScoresRequest, GetSpotPlacementScoresResult>
{
    /// <inheritdoc/>
    public GetSpotPlacementScoresResult Run(GetSpotPlacementScoresRequest request, ReadCall call) => new();
}
