using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Vpcs;

/// <summary>Lists VPCs. Filters: EC2 API Reference, DescribeVpcs.</summary>
public sealed class DescribeVpcs : IReadOperation<DescribeVpcsRequest, DescribeVpcsResult>
{
    private static readonly Filters<VpcRecord> Filters = new Filters<VpcRecord>()
        .One("cidr", vpc => vpc.Cidrs[0].Cidr.ToString())
        .Many("cidr-block-association.cidr-block", vpc => vpc.Cidrs.Select(c => c.Cidr.ToString()))
        .Many("cidr-block-association.association-id", vpc => vpc.Cidrs.Select(c => c.AssociationId))
        .Many("cidr-block-association.state", (vpc, call) => vpc.Cidrs.Select(c => VpcView.StateName(c, call.Now)))
        .One("dhcp-options-id", vpc => vpc.DhcpOptionsId?.Value ?? "default")
        .Many("ipv6-cidr-block-association.ipv6-cidr-block", vpc => vpc.Ipv6Cidrs.Select(c => c.Cidr.ToString()))
        .Many("ipv6-cidr-block-association.ipv6-pool", vpc => vpc.Ipv6Cidrs.Select(_ => "Amazon"))
        .Many("ipv6-cidr-block-association.association-id", vpc => vpc.Ipv6Cidrs.Select(c => c.AssociationId))
        .Many("ipv6-cidr-block-association.state", (vpc, call) =>
            vpc.Ipv6Cidrs.Select(c => VpcView.StateName(c, call.Now)))
        .Flag("is-default", vpc => vpc.IsDefault)
        .Flag("isDefault", vpc => vpc.IsDefault)
        .One("owner-id", (_, call) => call.Account)
        .One("state", (vpc, call) => vpc.AvailableAt <= call.Now ? "available" : "pending")
        .One("vpc-id", vpc => vpc.Id.Value)
        .Tags(vpc => vpc.Id.Value);

    /// <inheritdoc/>
    public DescribeVpcsResult Run(DescribeVpcsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.VpcIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.Vpc, Filters, query);
        return new() { Vpcs = page.As(vpc => VpcView.Of(vpc, call)), NextToken = page.NextToken };
    }
}
