using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Insights;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A path as the API writes it.</summary>
internal static class NetworkInsightsPathView
{
    /// <summary>The path with its tags.</summary>
    public static NetworkInsightsPath Of(NetworkInsightsPathRecord path, ReadCall call) => new()
    {
        NetworkInsightsPathId = path.Id.Value,
        NetworkInsightsPathArn = ResourceArn.Of(call.Scope, path.Id.Value),
        CreatedDate = path.CreatedDate,
        Source = path.Source,
        SourceArn = path.SourceArn,
        Destination = path.Destination,
        DestinationArn = path.DestinationArn,
        SourceIp = path.SourceIp,
        DestinationIp = path.DestinationIp,
        Protocol = path.Protocol == "udp" ? Protocol.Udp : Protocol.Tcp,
        DestinationPort = path.DestinationPort,
        FilterAtSource = FilterOf(path.FilterAtSource),
        FilterAtDestination = FilterOf(path.FilterAtDestination),
        Tags = TagStore.View(call, path.Id.Value),
    };

    private static PathFilter? FilterOf(PathFilterRecord? filter) => filter is null ? null : new()
    {
        SourceAddress = filter.SourceAddress,
        SourcePortRange = RangeOf(filter.SourcePortRange),
        DestinationAddress = filter.DestinationAddress,
        DestinationPortRange = RangeOf(filter.DestinationPortRange),
    };

    private static FilterPortRange? RangeOf(PortRangeRecord? range) =>
        range is null ? null : new() { FromPort = range.From, ToPort = range.To };
}
