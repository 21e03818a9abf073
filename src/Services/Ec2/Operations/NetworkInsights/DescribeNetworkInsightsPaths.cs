using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInsights;

/// <summary>Lists paths. Filters: EC2 API Reference; that port ranges are written <c>from-to</c> is guessed.</summary>
public sealed class DescribeNetworkInsightsPaths
    : IReadOperation<DescribeNetworkInsightsPathsRequest, DescribeNetworkInsightsPathsResult>
{
    private static readonly Filters<NetworkInsightsPathRecord> Filters = new Filters<NetworkInsightsPathRecord>()
        .One("destination", p => p.Destination)
        .One("filter-at-source.source-address", p => p.FilterAtSource?.SourceAddress)
        .One("filter-at-source.source-port-range", p => Text(p.FilterAtSource?.SourcePortRange))
        .One("filter-at-source.destination-address", p => p.FilterAtSource?.DestinationAddress)
        .One("filter-at-source.destination-port-range", p => Text(p.FilterAtSource?.DestinationPortRange))
        .One("filter-at-destination.source-address", p => p.FilterAtDestination?.SourceAddress)
        .One("filter-at-destination.source-port-range", p => Text(p.FilterAtDestination?.SourcePortRange))
        .One("filter-at-destination.destination-address", p => p.FilterAtDestination?.DestinationAddress)
        .One("filter-at-destination.destination-port-range", p => Text(p.FilterAtDestination?.DestinationPortRange))
        .One("protocol", p => p.Protocol)
        .One("source", p => p.Source)
        .Tags(p => p.Id.Value);

    /// <inheritdoc/>
    public DescribeNetworkInsightsPathsResult Run(DescribeNetworkInsightsPathsRequest request, ReadCall call)
    {
        var query = new ListQuery(
            request.NetworkInsightsPathIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.NetworkInsightsPath, Filters, query);
        return new()
        {
            NetworkInsightsPaths = page.As(p => NetworkInsightsPathView.Of(p, call)), NextToken = page.NextToken,
        };
    }

    private static string? Text(PortRangeRecord? range) => range is null ? null : $"{range.From}-{range.To}";
}
