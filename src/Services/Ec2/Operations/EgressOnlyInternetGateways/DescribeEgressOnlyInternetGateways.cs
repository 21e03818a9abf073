using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.EgressOnlyInternetGateways;

/// <summary>
/// Lists egress-only internet gateways. Filters: EC2 API Reference, DescribeEgressOnlyInternetGateways. An id that
/// names nothing is left out: Terraform's provider, which knows every other NotFound, tells a deleted one by an empty
/// list.
/// </summary>
public sealed class DescribeEgressOnlyInternetGateways
    : IReadOperation<DescribeEgressOnlyInternetGatewaysRequest, DescribeEgressOnlyInternetGatewaysResult>
{
    private static readonly Filters<EgressOnlyInternetGatewayRecord> Filters =
        new Filters<EgressOnlyInternetGatewayRecord>().Tags(gateway => gateway.Id.Value);

    /// <inheritdoc/>
    public DescribeEgressOnlyInternetGatewaysResult Run(
        DescribeEgressOnlyInternetGatewaysRequest request, ReadCall call)
    {
        var ids = request.EgressOnlyInternetGatewayIds is { Count: > 0 } asked ? Existing(call, asked) : null;
        if (ids is [])
        {
            return new() { EgressOnlyInternetGateways = [] };
        }

        var query = new ListQuery(ids, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.EgressOnlyInternetGateway, Filters, query);
        return new()
        {
            EgressOnlyInternetGateways = page.As(gateway => InternetGatewayView.Of(gateway, call)),
            NextToken = page.NextToken,
        };
    }

    private static List<string> Existing(ReadCall call, IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            Ec2Kinds.EgressOnlyInternetGateway.CheckForm(id);
        }

        return [.. ids.Where(id => Ec2Kinds.EgressOnlyInternetGateway.Exists(call, id))];
    }
}
