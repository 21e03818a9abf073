using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Spot;

/// <summary>x</summary>
public sealed class RequestSpotInstances : IWriteOperation<RequestSpotInstancesRequest, RequestSpotInstancesResult>
{
    /// <inheritdoc/>
    public RequestSpotInstancesResult Run(RequestSpotInstancesRequest request, Call call) => new();
}
