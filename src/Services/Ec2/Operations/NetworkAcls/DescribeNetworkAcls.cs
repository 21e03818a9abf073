using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkAcls;

/// <summary>Lists network ACLs. Filters: EC2 API Reference, DescribeNetworkAcls.</summary>
public sealed class DescribeNetworkAcls : IReadOperation<DescribeNetworkAclsRequest, DescribeNetworkAclsResult>
{
    private static readonly Filters<NetworkAclRecord> Filters = new Filters<NetworkAclRecord>()
        .Many("association.association-id", acl => acl.Associations.Select(a => a.AssociationId))
        .Many("association.network-acl-id", acl => acl.Associations.Select(_ => acl.Id.Value))
        .Many("association.subnet-id", acl => acl.Associations.Select(a => a.SubnetId.Value))
        .Flag("default", acl => acl.IsDefault)
        .Many("entry.cidr", Entries(e => e.Cidr.IsV6 ? null : e.Cidr.ToString()))
        .Many("entry.icmp.code", Entries(e => Text(e.IcmpCode)))
        .Many("entry.icmp.type", Entries(e => Text(e.IcmpType)))
        .Many("entry.ipv6-cidr", Entries(e => e.Cidr.IsV6 ? e.Cidr.ToString() : null))
        .Many("entry.port-range.from", Entries(e => Text(e.FromPort)))
        .Many("entry.port-range.to", Entries(e => Text(e.ToPort)))
        .Many("entry.protocol", (acl, call) =>
            NetworkAclView.AllEntries(acl, call).SelectMany(e => Protocols(e.Protocol)))
        .Many("entry.rule-action", Entries(e => e.RuleAction == RuleAction.Allow ? "allow" : "deny"))
        .Many("entry.egress", Entries(e => e.Egress ? "true" : "false"))
        .Many("entry.rule-number", Entries(e => Text(e.RuleNumber)))
        .One("network-acl-id", acl => acl.Id.Value)
        .One("owner-id", (_, call) => call.Account)
        .Indexed(
            "vpc-id",
            acl => [acl.VpcId.Value],
            (call, vpc) => call.Read(Tables.NetworkAcls).By(Tables.NetworkAclsByVpc, vpc))
        .Tags(acl => acl.Id.Value);

    /// <inheritdoc/>
    public DescribeNetworkAclsResult Run(DescribeNetworkAclsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.NetworkAclIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.NetworkAcl, Filters, query);
        return new() { NetworkAcls = page.As(acl => NetworkAclView.Of(acl, call)), NextToken = page.NextToken };
    }

    private static Func<NetworkAclRecord, ReadCall, IEnumerable<string?>> Entries(
        Func<NetworkAclEntryRecord, string?> value) =>
        (acl, call) => NetworkAclView.AllEntries(acl, call).Select(value);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string[] Protocols(string number) => number switch
    {
        "6" => ["6", "tcp"],
        "17" => ["17", "udp"],
        "1" => ["1", "icmp"],
        _ => [number],
    };
}
