using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Spot;

/// <summary>Lists Spot requests, also those that ended within the hour.</summary>
public sealed class DescribeSpotInstanceRequests
    : IReadOperation<DescribeSpotInstanceRequestsRequest, DescribeSpotInstanceRequestsResult>
{
    /// <inheritdoc/>
    public DescribeSpotInstanceRequestsResult Run(DescribeSpotInstanceRequestsRequest request, ReadCall call)
    {
        var page = Lister.List(
            call, LaunchKinds.SpotRequest, SpotRequestFilters.All,
            new(request.SpotInstanceRequestIds, request.Filters, request.MaxResults, request.NextToken));
        return new()
        {
            SpotInstanceRequests = page.As(r => SpotRequestView.Of(r, call)), NextToken = page.NextToken,
        };
    }
}
