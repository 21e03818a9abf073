using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Spot;

/// <summary>Lists Spot requests, also those that ended within the hour.</summary>
public sealed class DescribeSpotInstanceRequests
    : IReadOperation<DescribeSpotInstanceRequestsRequest, DescribeSpotInstanceRequestsResult>
{
    private static readonly Filters<SpotRequestRecord> Filters = new Filters<SpotRequestRecord>()
        .One("create-time", r => r.CreateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null))
        .One("fault-code", r => r.FaultCode)
        .One("fault-message", r => r.FaultMessage)
        .One("instance-id", r => r.InstanceId)
        .One("launch.image-id", r => SpotRequestView.Launch(r).ImageId)
        .One("launch.instance-type", r => r.InstanceType)
        .One("launch.key-name", r => SpotRequestView.Launch(r).KeyName)
        .One("launched-availability-zone", r => r.State == SpotInstanceState.Active ? r.Zone : null)
        .One("network-interface.subnet-id", r => SpotRequestView.Launch(r).SubnetId)
        .One("product-description", _ => "Linux/UNIX")
        .One("spot-instance-request-id", r => r.Id.Value)
        .One("spot-price", (r, call) => SpotRequestView.PriceOf(r, call))
        .One("state", r => r.State.ToWire())
        .One("status-code", r => r.StatusCode)
        .One("status-message", r => SpotStatus.MessageOf(r.StatusCode))
        .One("type", r => r.Type.ToWire())
        .One("valid-from", r => r.ValidFrom?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null))
        .One("valid-until", r => r.ValidUntil?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null))
        .Tags(r => r.Id.Value);

    /// <inheritdoc/>
    public DescribeSpotInstanceRequestsResult Run(DescribeSpotInstanceRequestsRequest request, ReadCall call)
    {
        var page = Lister.List(
            call, LaunchKinds.SpotRequest, Filters,
            new(request.SpotInstanceRequestIds, request.Filters, request.MaxResults, request.NextToken));
        return new()
        {
            SpotInstanceRequests = page.As(r => SpotRequestView.Of(r, call)), NextToken = page.NextToken,
        };
    }
}
