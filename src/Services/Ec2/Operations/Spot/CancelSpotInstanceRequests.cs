using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Spot;

/// <summary>x</summary>
public sealed class CancelSpotInstanceRequests : IWriteOperation<CancelSpotInstanceRequestsRequest, CancelSpotInstanceRequestsResult>
{
    /// <inheritdoc/>
    public CancelSpotInstanceRequestsResult Run(CancelSpotInstanceRequestsRequest request, Call call) => new();
}
