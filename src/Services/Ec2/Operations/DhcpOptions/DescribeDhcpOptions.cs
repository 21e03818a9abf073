using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.DhcpOptions;

/// <summary>Lists sets of DHCP options. Filters: EC2 API Reference, DescribeDhcpOptions.</summary>
public sealed class DescribeDhcpOptions : IReadOperation<DescribeDhcpOptionsRequest, DescribeDhcpOptionsResult>
{
    private static readonly Filters<DhcpOptionsRecord> Filters = new Filters<DhcpOptionsRecord>()
        .One("dhcp-options-id", options => options.Id.Value)
        .Many("key", options => options.Configurations.Select(c => c.Key))
        .Many("value", options => options.Configurations.SelectMany(c => c.Values))
        .One("owner-id", (_, call) => call.Account)
        .Tags(options => options.Id.Value);

    /// <inheritdoc/>
    public DescribeDhcpOptionsResult Run(DescribeDhcpOptionsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.DhcpOptionsIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.DhcpOptions, Filters, query);
        return new()
        {
            DhcpOptions = page.As(options => DhcpOptionsView.Of(options, call)),
            NextToken = page.NextToken,
        };
    }
}
